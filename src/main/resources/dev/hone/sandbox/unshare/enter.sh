# The first process in the new namespaces, as root or as the root of a user namespace: builds the
# box's file system, goes in, and becomes the launcher.
# Arguments: status file, folder to build in, folder to copy in, size of the work folder, most files
# in it, its owner or "-", the entries, "--", the command.
set -eu
umask 022
PATH=/usr/bin:/bin:/usr/sbin:/sbin
status=$1 input=$3 disk=$4 inodes=$5 owner=$6
# As it is now, so that nothing of the machine is written through a folder bound below.
exec 9>>"$status"
# Opened by the shell itself, in the machine's /proc: the first field is its id on the machine.
read -r first _ </proc/self/stat
printf '{ "child-pid": %s }\n' "$first" >&9

scratch() {
  mkdir -p -- "$1"
  mount -t tmpfs -o "size=$2,mode=$3,nr_inodes=$inodes,nosuid,nodev" hone "$1"
}

# What is there already may be the machine's own, so it is never written to.
bind() {
  if [ -d "$1" ]; then
    mkdir -p -- "$2"
  elif [ ! -e "$2" ]; then
    : >"$2"
  fi
  mount --rbind -- "$1" "$2"
}

processes() {
  mkdir -p -- "$1"
  mount -t proc -o nosuid,nodev,noexec hone "$1"
  # The user who made the namespaces counts as their root here.
  for name in sys sysrq-trigger irq bus fs; do
    [ ! -e "$1/$name" ] || bind "$1/$name" "$1/$name"
  done
}

devices() {
  mkdir -p -- "$1"
  mount -t tmpfs -o size=1m,mode=0755,nr_inodes=100,nosuid,nodev hone "$1"
  for name in null zero full random urandom tty; do
    bind "/dev/$name" "$1/$name"
  done
  ln -s /proc/self/fd "$1/fd"
  ln -s fd/0 "$1/stdin"
  ln -s fd/1 "$1/stdout"
  ln -s fd/2 "$1/stderr"
}

# A bound folder brings the mounts inside it, each with options of its own, which must stay.
seal() {
  cat /proc/self/mountinfo | while read -r _ _ _ _ point options _; do
    point=$(printf '%b' "$point")
    case $point in
      "$root/proc" | "$root/tmp" | "$root/box" | "$root"/dev/*) ;;
      "$root"/*) mount -o "remount,bind,ro,nosuid,nodev${options#r[ow]}" -- "$point" ;;
    esac
  done
}

mount -t tmpfs -o size=1m,mode=0755,nosuid,nodev hone "$2"
cd -P -- "$2"
root=$(pwd -P)
shift 6
while [ "$1" != -- ]; do
  case $1 in
    bind) bind "$2" "$root$3" ;;
    link) ln -s -- "$2" "$root$3" ;;
    folder) mkdir -p -- "$root$3" ;;
    scratch) scratch "$root$3" "$2" 1777 ;;
    processes) processes "$root$3" ;;
    devices) devices "$root$3" ;;
    *) exit 125 ;;
  esac
  shift 3
done
shift
scratch box "$disk" 0700
cp -R -P -- "$input/." box/
[ "$owner" = - ] || chown -R -h -- "$owner" box
seal
# Neither has to be there: the name is for show, and few programs need the loopback.
hostname hone 2>/dev/null || :
ip link set lo up 2>/dev/null || :
mkdir .machine
pivot_root . .machine
cd /
umount -l /.machine
rmdir /.machine
mount -o remount,bind,ro,nosuid,nodev /
cd /box
echo '{ "started": true }' >&9
exec "$@"
