# fish completion for gainsay(1)

function __gainsay_rules
    gainsay rules 2>/dev/null | string replace -r '^(\S+)\s+\S+\s+\S+\s+\S+\s+' '$1\t'
end

# one of the commands; check is meant where none is named
function __gainsay_is
    set -l words (commandline -opc)
    for word in $words[2..]
        if contains -- $word check extract facts test rules explain
            contains -- $word $argv
            return
        end
    end
    contains -- check $argv
end

complete -c gainsay -n __fish_use_subcommand -a check -d 'Compare sources, print findings'
complete -c gainsay -n __fish_use_subcommand -a extract -d 'Print mentions and claims as JSONL'
complete -c gainsay -n __fish_use_subcommand -a facts -d 'What each source says of each topic'
complete -c gainsay -n __fish_use_subcommand -a test -d 'Run the tests of rule packs'
complete -c gainsay -n __fish_use_subcommand -a rules -d 'List rules'
complete -c gainsay -n __fish_use_subcommand -a explain -d 'A rule\'s documentation'
complete -c gainsay -n '__gainsay_is explain' -f -a '(__gainsay_rules)'

complete -c gainsay -n '__gainsay_is check facts' -l against -r -F -d 'References for the other paths'
complete -c gainsay -n '__gainsay_is check facts' -l group-by -x -a 'all dir file' -d 'What is compared with what'
complete -c gainsay -n '__gainsay_is check extract facts' -l input-format -x -a 'auto text markdown html jsonl claims' -d 'How inputs are written'
complete -c gainsay -n '__gainsay_is check extract facts' -l exclude -x -d 'Paths to pass over'
complete -c gainsay -n '__gainsay_is check extract facts' -l stdin-name -r -F -d 'Name of standard input'
complete -c gainsay -n '__gainsay_is check extract facts' -l date -x -d 'Date of sources that state none'
complete -c gainsay -n '__gainsay_is check' -l format -x -a 'pretty json jsonl' -d 'Format of the report'
complete -c gainsay -n '__gainsay_is facts' -l format -x -a 'pretty json csv' -d 'Format of the table'
complete -c gainsay -n '__gainsay_is check' -l fail-on -x -a 'error warning note never' -d 'Lowest severity that makes the exit status 1'
complete -c gainsay -n '__gainsay_is check extract rules' -l rule -x -a '(__gainsay_rules)' -d 'Severity of a rule'
complete -c gainsay -n '__gainsay_is check extract rules' -l only -x -a '(__gainsay_rules)' -d 'Run this rule alone'
complete -c gainsay -n '__gainsay_is check extract rules' -l option -x -a '(__gainsay_rules)' -d 'Option of a rule'
complete -c gainsay -n '__gainsay_is check facts' -l fact -x -d 'Hold a claim of a pack to a value'
complete -c gainsay -n '__gainsay_is check extract facts rules explain' -l pack -r -F -d 'Rules to load'
complete -c gainsay -n '__gainsay_is extract' -l records -d 'What check and facts need'
complete -c gainsay -n '__gainsay_is check extract facts' -l jobs -x -d 'Threads'
complete -c gainsay -n '__gainsay_is check facts' -l color -x -a 'auto always never' -d 'Colour of the report'
complete -c gainsay -n '__gainsay_is check extract facts' -l quiet -d 'No summary, no warnings, no progress'
complete -c gainsay -n '__gainsay_is check extract facts' -l statistics -d 'What was looked at'
complete -c gainsay -n '__gainsay_is check extract facts' -l progress -x -a 'auto never' -d 'Show how far a long run has come'
complete -c gainsay -n '__gainsay_is test' -l coverage -d 'List rules without a firing or a silent case'
complete -c gainsay -l version -d 'Print the version'
complete -c gainsay -l help -d 'Print help'
