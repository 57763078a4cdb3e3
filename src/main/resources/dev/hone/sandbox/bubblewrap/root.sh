# Runs as root in a mount namespace of its own, before bubblewrap.
# Arguments: status file, filter file, folder to copy in, table of the folders to mount, the work
# folder among them, owner, the control group files to join, "--", the command.
set -eu
PATH=/usr/bin:/bin:/usr/sbin:/sbin
status=$1 filter=$2 input=$3 table=$4 work=$5 owner=$6
shift 6
# First, so that a kill reaches the set-up's own helpers too.
while [ "$1" != -- ]; do
  echo 0 >"$1"
  shift
done
shift
# One program for all of them, as starting one takes longer than mounting.
mount -a -T "$table"
if [ "$input" != - ]; then
  cp -R -P -- "$input/." "$work/"
  chown -R -h "$owner" "$work"
fi
# This process leads a session, so it has a scheduling group of its own. Without autogroups in the
# kernel the file is not there, and nice alone counts.
echo 6 2>/dev/null >/proc/self/autogroup || :
echo 1000 >/proc/self/oom_score_adj
exec nice -n 10 "$@" 8>"$status" 9<"$filter"
