_hone_options() {
  case $1 in
@OPTIONS@
  esac
}

# What stands behind an option, or behind a command: words, or a kind with a colon before it.
_hone_values() {
  case $1 in
@VALUES@
  esac
}
