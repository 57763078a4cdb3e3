# Runs before the launcher.
# Arguments: a file to mark the end of the set-up with, the work folder, the control group files to
# join, "--", the command.
set -eu
PATH=/usr/bin:/bin:/usr/sbin:/sbin
mark=$1
cd -- "$2"
shift 2
while [ "$1" != -- ]; do
  echo 0 >"$1"
  shift
done
shift
echo 1000 >/proc/self/oom_score_adj
: >"$mark"
# Not of low priority yet: the launcher gives that up last, so that a busy machine does not hold up
# its start.
exec "$@"
