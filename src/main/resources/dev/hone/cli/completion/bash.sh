# Completion of hone for bash, made by: hone completion bash
# To use it, put this line into ~/.bashrc:  eval "$(hone completion bash)"

_hone_commands='@COMMANDS@'

@TABLES@
_hone() {
  local cur=${COMP_WORDS[COMP_CWORD]} command=solve option= between=0 kind= i word
  COMPREPLY=()
  for word in $_hone_commands; do
    if [[ $COMP_CWORD -gt 1 && $word == "${COMP_WORDS[1]}" ]]; then command=$word; fi
  done
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      --) return ;;
      =) ;;
      -*) option=$word between=0 ;;
      *) between=$((between + 1)) ;;
    esac
  done
  # Bash takes = for a word of its own.
  if [[ $cur == = ]]; then cur=; fi
  if [[ -n $option ]]; then kind=$(_hone_values "$command $option"); fi
  if [[ -n $kind && ( $between -eq 0 || $kind == :files ) && $cur != -* ]]; then
    :
  elif [[ $cur == -* ]]; then
    kind=$(_hone_options "$command")
    if [[ $COMP_CWORD -eq 1 ]]; then kind="$kind --version"; fi
  elif [[ $COMP_CWORD -eq 1 ]]; then
    kind=$_hone_commands
  else
    kind=$(_hone_values "$command")
  fi
  case $kind in
    :file | :files) ;;
    :folder)
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$cur") ;;
    :any | '') compopt +o default 2>/dev/null ;;
    *)
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$kind" -- "$cur") ;;
  esac
}

complete -o default -F _hone hone
