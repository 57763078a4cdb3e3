# Runs a hidden check inside the box, in the work folder.
# Arguments: the shell command, the archive of its helpers or -, the folder of compiled Go packages
# or -, and "helpers" to print what it left in HONE_BENCH_CACHE as an archive instead of its output.
# The last line of the output is the word that the last step of the check left in HONE_BENCH_END.
scratch=${TMPDIR:-/tmp}
export HONE_BENCH_CACHE="$scratch/hone-helpers" HONE_BENCH_END="$scratch/hone-end"
# One test of Rust after the other, so that there is a last one.
export RUST_TEST_THREADS=1
export GOPATH="$scratch/hone-go" GOCACHE="$scratch/hone-go-cache" CARGO_HOME="$scratch/hone-cargo"
mkdir -p "$HONE_BENCH_CACHE" || exit 125
if [ "$2" != - ]; then
  tar -xzf "$2" -C "$HONE_BENCH_CACHE" || exit 125
fi
if [ "$3" != - ]; then
  # Links hold no memory and cannot be written through; what a check compiles stays in its own box.
  cp -Rs "$3" "$GOCACHE" 2>/dev/null || cp -R "$3" "$GOCACHE" || exit 125
  # Without today's date Go would first remove what it takes for outdated.
  rm -f "$GOCACHE/trim.txt"
  date +%s >"$GOCACHE/trim.txt"
fi
if [ "${4-}" != helpers ]; then
  sh -c "$1"
  status=$?
  if [ -f "$HONE_BENCH_END" ]; then
    echo
    head -c 64 "$HONE_BENCH_END"
  fi
  exit "$status"
fi
sh -c "$1" >/dev/null 2>&1
status=$?
if [ -n "$(ls -A "$HONE_BENCH_CACHE")" ]; then
  tar -czf - -C "$HONE_BENCH_CACHE" . | base64
fi
exit "$status"
