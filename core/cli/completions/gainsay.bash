# bash completion for gainsay(1)

# ids of rules, as the program lists them
_gainsay_rules()
{
    gainsay rules 2>/dev/null | cut -d' ' -f1
}

_gainsay()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local commands='check extract facts test rules explain'
    local input='--exclude --stdin-name --input-format --date --jobs --quiet --statistics --progress'
    local compared='--against --group-by --format --color'
    local packs='--pack --rule --only --option'
    local always='--help --version'
    local command=check word options

    if [[ $current == "=" ]]; then
        current=
    elif [[ $previous == "=" ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ " $commands " == *" $word "* ]] && command=$word && break
    done

    case $previous in
    --group-by) COMPREPLY=($(compgen -W 'all dir file' -- "$current")) ;;
    --input-format) COMPREPLY=($(compgen -W 'auto text markdown html jsonl claims' -- "$current")) ;;
    --format)
        if [[ $command == facts ]]; then
            COMPREPLY=($(compgen -W 'pretty json csv' -- "$current"))
        else
            COMPREPLY=($(compgen -W 'pretty json jsonl' -- "$current"))
        fi
        ;;
    --fail-on) COMPREPLY=($(compgen -W 'error warning note never' -- "$current")) ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$current")) ;;
    --progress) COMPREPLY=($(compgen -W 'auto never' -- "$current")) ;;
    --only | explain) COMPREPLY=($(compgen -W "$(_gainsay_rules)" -- "$current")) ;;
    --rule | --option) COMPREPLY=($(compgen -W "$(_gainsay_rules)" -- "$current")) && compopt -o nospace ;;
    --pack) COMPREPLY=($(compgen -W 'core' -- "$current") $(compgen -d -- "$current")) ;;
    --date | --jobs | --stdin-name | --exclude | --fact) COMPREPLY=() ;;
    *)
        if [[ $current == -* ]]; then
            case $command in
            check) options="$input $compared $packs --fact --fail-on" ;;
            extract) options="$input $packs --records" ;;
            facts) options="$input $compared --pack --fact" ;;
            test) options='--coverage' ;;
            rules) options=$packs ;;
            explain) options='--pack' ;;
            esac
            COMPREPLY=($(compgen -W "$options $always" -- "$current"))
        else
            ((COMP_CWORD == 1)) && COMPREPLY=($(compgen -W "$commands" -- "$current"))
            COMPREPLY+=($(compgen -f -- "$current"))
            compopt -o filenames
        fi
        ;;
    esac
}

complete -F _gainsay gainsay
