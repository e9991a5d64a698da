-- The rules that everyone wants: values, names and quotations that sources disagree about.
-- Every other *.lua file of this folder is one rule; tests/ holds their tests, which `gainsay test core` runs.
return {
  api     = 1,
  name    = "core",
  version = "1.0.0",
}
