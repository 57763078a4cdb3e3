# Ends with 0 only if what must be out of reach is out of reach; else the code says what was reached.
# Arguments: a file of the machine that Hone holds open, a port on which the machine listens, the
# machine's network and process namespaces, the name of a variable of Hone's, a process of Hone's
# user, the value of a variable of that process, the names of an abstract and a path Unix socket.
# Empty ones are left out.
file=$1 port=$2 net=$3 pids=$4 variable=$5 victim=$6 mark=$7 abstract=$8 path=$9

if cat -- "$file" >/dev/null 2>&1; then
  exit 41
fi
for fd in /proc/$$/fd/*; do
  case $(readlink "$fd" 2>/dev/null) in
    *"$file") exit 44 ;;
  esac
done

environments() {
  cat /proc/[0-9]*/environ /proc/self/environ 2>/dev/null | tr '\0' '\n'
}
if [ -n "$variable" ] && environments | grep -q "^$variable="; then
  exit 43
fi
if environments | grep -qF "=$mark"; then
  exit 45
fi
# In a namespace of its own the number would be another's.
own=$(readlink /proc/self/ns/pid)
if [ -z "$own" ] || [ "$own" = "$pids" ]; then
  kill -0 "$victim" 2>/dev/null && exit 45
fi

perl -MSocket -e '
  my ($port, $abstract, $path) = @ARGV;
  sub reached {
    my ($family, $address) = @_;
    my $socket;
    return socket($socket, $family, SOCK_STREAM, 0) && connect($socket, $address);
  }
  exit 42 if reached(AF_INET, pack_sockaddr_in($port, INADDR_LOOPBACK));
  exit 46 if $abstract ne "" && reached(AF_UNIX, pack_sockaddr_un("\0$abstract"));
  exit 46 if $path ne "" && reached(AF_UNIX, pack_sockaddr_un($path));
  exit 0;
' "$port" "$abstract" "$path" 2>/dev/null
code=$?
case $code in
  0 | 42 | 46) exit $code ;;
esac
# No perl: what else can connect, and where nothing can, namespaces are compared.
if command -v bash >/dev/null; then
  bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1"' bash "$port" 2>/dev/null && exit 42
else
  [ "$(readlink /proc/self/ns/net)" != "$net" ] || exit 42
fi
exit 0
