# Waits for Hone's end, then ends the processes that live in a folder.
# Arguments: the folder.
PATH=/usr/bin:/bin:/usr/sbin:/sbin
cd /
read -r _
# One pass can miss what is started during it.
quiet=0
while [ "$quiet" -lt 2 ]; do
  quiet=$((quiet + 1))
  for process in /proc/[0-9]*; do
    case $(readlink "$process/cwd" 2>/dev/null) in
      "$1" | "$1"/*) ;;
      *) grep -qF "HOME=$1" "$process/environ" 2>/dev/null || continue ;;
    esac
    kill -9 "${process#/proc/}" 2>/dev/null && quiet=0
  done
done
