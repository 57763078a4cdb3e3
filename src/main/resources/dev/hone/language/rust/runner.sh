# Compiles Rust code and runs its tests, or only checks it.
#   sh runner.sh check COMPILER FILE...   the compiler's messages on standard error, exit code 1
#   sh runner.sh test COMPILER FILE...    a report on standard output, the mark before each line; exit
#                                         code 1 where not all tests passed or were skipped
# The mark comes on standard input and is given to no other process.
#
# A test file becomes the module `hone_test` beside the solution, so that `super::solution`,
# `crate::solution` and `solution` all lead there. One that declares the solution by
# `mod solution;` is the root of its crate, as its author meant it.

mode=$1
rustc=$2
shift 2
folder=.hone-build
edition=2021
crate=
IFS='
'
# Where the box has the means, tests reach neither this shell nor its memory.
apart=${HONE_APART:+$HONE_APART${IFS}apart$IFS--}

# What the code printed may have left its line open.
say() {
  printf '\n%s %s\n' "$mark" "$1"
}

compile() {
  "$rustc" --edition "$edition" --error-format=json -A warnings -C debuginfo=0 $externs "$@" \
    2>"$folder/messages"
  code=$?
  if [ "$code" -ne 0 ]; then
    head -n 60 "$folder/messages" >&2
  fi
  return "$code"
}

# Reads which crates were fetched for the code, and where their libraries are. A manifest lists the
# packages, whose names may be others than those of their libraries.
fetched() {
  externs=-L${IFS}dependency=$HONE_PACKAGES/deps
  while read -r line; do
    externs=$externs$IFS--extern$IFS${line%%=*}=$HONE_PACKAGES/deps/${line#*=}
    crates="$crates ${line%%=*}"
  done <"$HONE_PACKAGES/externs"
  crates="$crates $(tr '\n-' ' _' <"$HONE_PACKAGES/packages")"
}

# Reads name and edition of Cargo.toml; packages that were not fetched are refused.
manifest() {
  refused=0
  number=0
  section=
  while IFS=' 	' read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    key=${line%%[!A-Za-z0-9_-]*}
    case $line in
      '['*)
        section=${line#?}
        section=${section%%]*}
        case $section in
          *dependencies.*) refuse "${section##*.}" ;;
        esac
        ;;
      *=*)
        case $section:$key in
          package:name) crate=${crate:-$(value "$line")} ;;
          package:edition) edition=$(value "$line") ;;
          lib:name) crate=$(value "$line") ;;
          *dependencies:?*) refuse "$key" ;;
        esac
        ;;
    esac
  done <Cargo.toml
  return "$refused"
}

value() {
  printf '%s' "${1#*=}" | tr -d " \"'" | tr - _
}

# A message in the compiler's own form.
refuse() {
  case " $crates " in
    *" $(printf '%s' "$1" | tr - _) "*) return ;;
  esac
  printf '{"level":"error","message":"the package %s is not available; %s","spans":[' \
    "${1%%[!A-Za-z0-9_-]*}" 'use the standard library only' >&2
  printf '{"file_name":"Cargo.toml","line_start":%s,"column_start":1,"is_primary":true}]}\n' \
    "$number" >&2
  refused=1
}

# Lists the candidate's files: all that are not tests.
list() {
  sources=
  for file in *.rs src/*.rs src/*/*.rs src/*/*/*.rs */*.rs; do
    case $file in
      "$1" | tests/* | benches/* | examples/*) continue ;;
    esac
    if [ -f "$file" ] && ! listed "$file"; then
      sources=$sources$file$IFS
    fi
  done
}

listed() {
  case $IFS$sources in
    *"$IFS$1$IFS"*) return 0 ;;
  esac
  return 1
}

# Chooses the file under test: by the name of the test file, else by its usual name.
choose() {
  long=${1%.rs}
  short=${long%_test}
  for main in "${short%_*}.rs" "$short.rs" src/lib.rs lib.rs solution.rs src/main.rs main.rs; do
    if listed "$main"; then
      return
    fi
  done
  for main in $sources; do
    stem "$main"
    if [ -n "$1" ] && grep -q "\b$stem::" "$1"; then
      return
    fi
  done
  for main in $sources; do
    return
  done
  main=
}

stem() {
  stem=${1##*/}
  stem=${stem%.rs}
  case $stem in
    *-*) stem=$(printf '%s' "$stem" | tr - _) ;;
  esac
}

beside() {
  case $1 in
    */*) [ "${1%/*}" = "${2%/*}" ] ;;
    *) [ "${2##*/}" = "$2" ] ;;
  esac
}

declares() {
  grep -Eq "^[[:space:]]*(pub(\([^)]*\))?[[:space:]]+)?mod[[:space:]]+$2[[:space:]]*;" "$1"
}

# Whether a test file brings the solution along as a module of its own.
brings() {
  for file in $sources; do
    stem "$file"
    if beside "$file" "$1" && declares "$1" "$stem"; then
      return 0
    fi
  done
  return 1
}

# Lets tests know the crate by each name that it may have.
aliases() {
  stem "$main"
  set -- "$1" "$2" "$stem"
  case $main in
    *lib.rs | *main.rs)
      set -- "$@" solution
      # Without a manifest the tests alone know what the crate is called.
      if [ -z "$crate" ] && [ -n "$2" ]; then
        set -- "$@" $(sed -n 's/^[[:space:]]*use \([a-z][a-z0-9_]*\)::.*/\1/p' "$2")
      fi
      ;;
  esac
  of=$1
  shift 2
  done=$IFS
  for name in "$@" $crate; do
    case $IFS"std core alloc super crate self test tests$crates"$done in
      *[!a-z_]"$name"[!a-z_]*) ;;
      *)
        printf 'extern crate %s as %s;\n' "$of" "$name"
        done=$done$name$IFS
        ;;
    esac
  done
}

# The root of a crate that holds the candidate's files as modules; `$1` is the test file.
modules() {
  aliases self "$1"
  printf '#[path = "%s"] mod hone_solution;\npub use hone_solution::*;\n' "$main"
  for file in $sources; do
    if [ "$file" != "$main" ] && beside "$file" "$main"; then
      stem "$file"
      printf '#[path = "%s"] pub mod %s;\n' "$file" "$stem"
    fi
  done
}

# A solution that has its modules in files of their own is a crate of its own: its files may name
# each other by `crate::`.
library() {
  compile --crate-type rlib --crate-name "${crate:-solution}" "$@" "$main"
}

check() {
  list ''
  choose ''
  if declares "$main" '[A-Za-z0-9_]+'; then
    library --emit metadata -o "$folder/check"
  else
    modules '' | compile --crate-type rlib --emit metadata -o "$folder/check" -
  fi
}

assemble() {
  prefix=
  list "$1"
  choose "$1"
  module="#[path = \"$1\"] mod hone_test;"
  if [ -z "$main" ] || brings "$1"; then
    program "$1"
    return
  fi
  prefix=hone_test::
  if declares "$main" '[A-Za-z0-9_]+'; then
    built=${crate:-solution}
    library -o "$folder/lib$built.rlib" || return
    {
      printf 'pub use %s::*;\n%s\n' "$built" "$module"
      aliases "$built" "$1"
    } | program --extern "$built=$folder/lib$built.rlib" -
  else
    {
      modules "$1"
      printf '%s\n' "$module"
    } | program -
  fi
}

# Tests that only hand over what they see do so by a library; the compiler looks at it only for them.
program() {
  compile --test -C strip=symbols --extern hone_observed="$HONE_OBSERVER" -o "$folder/tests" "$@"
}

# The tests of the test file, as the test program names them.
names() {
  $apart "$folder/tests" --list --format terse </dev/null 2>/dev/null |
    while read -r name; do
      case $name in
        "$prefix"*": test") foreign || printf '%s\n' "${name%: test}" ;;
      esac
    done
}

# Where a test file is the root, the solution's own tests are below the solution's name.
foreign() {
  [ -z "$prefix" ] || return 1
  for file in $sources; do
    stem "$file"
    case $name in
      "$stem"::*) return 0 ;;
    esac
  done
  return 1
}

# Runs the tests one after the other. One that ends the whole program is known by what is missing
# in the log; the tests after it run in another program.
run() {
  failed=
  set -- $(names)
  for name; do
    say "name $name"
  done
  while [ $# -gt 0 ]; do
    # Code that knew its name could write into it how the tests went.
    log=$folder/log-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    # Tests that only hand over what they see write it to the file 3.
    $apart "$folder/tests" --exact --test-threads=1 --nocapture --logfile "$log" "$@" \
      </dev/null 3>"$folder/seen"
    code=$?
    handed
    if [ ! -f "$log" ]; then
      alone "$@"
      return
    fi
    while read -r line || [ -n "$line" ]; do
      say "log $line"
      case $line in
        failed*)
          failed=1
          status=1
          ;;
      esac
      if [ $# -gt 0 ] && [ "${line##* }" = "$1" ]; then
        shift
      fi
    done <"$log"
    rm -f "$log"
    if [ $# -gt 0 ]; then
      say "crash $code $1"
      status=1
      shift
    fi
  done
}

# Passes on what tests saw.
handed() {
  [ -s "$folder/seen" ] || return
  while read -r line || [ -n "$line" ]; do
    say "seen $line"
  done <"$folder/seen"
}

# The log is an old option of the test program. Where it is gone, each test runs by itself and the
# program's last line tells how it went.
alone() {
  for name; do
    $apart "$folder/tests" --exact --test-threads=1 --nocapture "$name" \
      </dev/null >"$folder/output" 3>"$folder/seen"
    code=$?
    handed
    cat "$folder/output"
    case $code:$(grep '^test result: ' "$folder/output" | tail -n 1) in
      0:*' 1 passed;'*) say "log ok $name" ;;
      0:*' 1 ignored;'*) say "log ignored $name" ;;
      101:*' 1 failed;'*)
        say "log failed $name"
        failed=1
        status=1
        ;;
      *)
        say "crash $code $name"
        status=1
        ;;
    esac
  done
}

# The report quotes the lines that failed.
quote() {
  while read -r line || [ -n "$line" ]; do
    printf '%s text %s\n' "$mark" "$line"
  done <"$1"
}

mkdir -p "$folder"
externs=
crates=
[ -z "${HONE_PACKAGES:-}" ] || fetched
refused=0
[ ! -f Cargo.toml ] || manifest
if [ "$mode" = check ]; then
  [ "$refused" -eq 0 ] && check
  exit
fi
read -r mark
status=0
for path; do
  say "file $path"
  if [ "$refused" -ne 0 ]; then
    say "build 1"
    status=1
  elif assemble "$path"; then
    run "$path"
    [ -z "$failed" ] || quote "$path"
  else
    say "build $?"
    status=1
  fi
done
say end
exit "$status"
