# Runs as an ordinary user, before bubblewrap.
# Arguments: status file, filter file, the control group files to join, "--", the command.
set -eu
PATH=/usr/bin:/bin:/usr/sbin:/sbin
status=$1 filter=$2
shift 2
while [ "$1" != -- ]; do
  echo 0 >"$1"
  shift
done
shift
# Refused for a tenth of a second after another process of the machine did the same; whoever
# watches this process tries again.
echo 6 2>/dev/null >/proc/self/autogroup || :
echo 1000 >/proc/self/oom_score_adj
exec nice -n 10 "$@" 8>"$status" 9<"$filter"
