-- Claims of every form, for the texts beside this folder.
return {
  api = 1, name = "house", extends = { "core" },
  claims = {
    traffic = { "{number} vehicles [a day]", "badge/vehicles-{number}" },
    cost    = "/(?<value>[0-9.]+) million/",
    mayor   = { "Mayor {person} … said", "{person} (is|was) mayor" },
  },
  facts   = { traffic = "1,300", mayor = "Petra Lindqvist" },
  lexicon = { accept = { "Lindqvist" }, title = { "Bridgekeeper" }, same = { { "rescued", "saved" }, { "ferry", "ship" } } },
}
