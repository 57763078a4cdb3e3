#compdef hone
# Completion of hone for zsh, made by: hone completion zsh
# To use it, put it as _hone into a folder of $fpath, or this line into ~/.zshrc behind compinit:
#   source <(hone completion zsh)

@TABLES@
_hone() {
  local -a described
  described=(
@DESCRIBED@
  )
  local cur=${words[CURRENT]} command=solve option= kind= word
  integer between=0 i
  for word in @COMMANDS@; do
    if (( CURRENT > 2 )) && [[ $word == "${words[2]}" ]]; then command=$word; fi
  done
  for (( i = 2; i < CURRENT; i++ )); do
    word=${words[i]}
    case $word in
      --) return ;;
      -*=*) option= between=0 ;;
      -*) option=$word between=0 ;;
      *) between=$(( between + 1 )) ;;
    esac
  done
  if [[ $cur == --*=* ]]; then
    option=${cur%%=*} between=0
    compset -P '*='
    cur=${cur#*=}
  fi
  if [[ -n $option ]]; then kind=$(_hone_values "$command $option"); fi
  if [[ -n $kind && ( $between -eq 0 || $kind == :files ) && $cur != -* ]]; then
    :
  elif [[ $cur == -* ]]; then
    kind=$(_hone_options "$command")
    if (( CURRENT == 2 )); then kind="$kind --version"; fi
  elif (( CURRENT == 2 )); then
    _describe command described
    return
  else
    kind=$(_hone_values "$command")
  fi
  case $kind in
    :file | :files) _files ;;
    :folder) _files -/ ;;
    :any | '') ;;
    *) compadd -- ${=kind} ;;
  esac
}

if [[ $funcstack[1] == _hone ]]; then
  _hone "$@"
else
  compdef _hone hone
fi
