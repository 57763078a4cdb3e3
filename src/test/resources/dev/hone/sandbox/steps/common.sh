# What the scenes have in common. Each is run as root, as the first processes of namespaces of its own,
# and prints all that it sees of one way to use the program under test.
#   sh -c "$scene" sh PROGRAM... : the program under test, $WORK a folder of its own, open to all
set -u
umask 022
PATH=/usr/bin:/bin:/usr/sbin:/sbin
export PATH
user=60950
cd "$WORK"
mkdir -m 0777 box tmp outside in
mkdir -m 0755 in/sub && mkdir -m 0750 in/sub/closed
echo given >in/sub/given && echo text >in/sub/closed/text && : >in/empty && ln -s sub/given in/link
chmod 0640 in/empty && chmod 0755 in/sub/given
# More than a process may have open at once.
for i in $(seq 70); do mkdir in/many$i && echo $i >in/many$i/file; done
echo canary >canary && echo '#!/bin/sh' >outside/program && chmod 0777 outside/program
: >outside/file && : >outside/spare && chmod 0666 outside/file outside/spare
mkdir -m 0777 outside/sub outside/empty
: >group && chmod 0666 group

# Sets the number of this shell's process, which in the background is another than $$.
myself() {
  read -r me rest </proc/self/stat
}

# Rights that a process has before it gives them up, to be seen to be gone.
rich() {
  nice -n -5 setpriv --groups 4,5 --inh-caps=+chown,+kill --ambient-caps=+chown,+kill "$@" 3<canary 4>kept
}

# Waits for a line that shows that a command runs, and gives up where it does not come.
await() {
  for i in $(seq 200); do
    grep -qs "$1" "$2" && return
    sleep 0.1
  done
  echo "never said: $1"
}

told() {
  echo "status: $(cat "$1" 2>&1)"
}

# Prints how many of the processes are left that nothing but a step ends. Ends may take a moment.
left() {
  for i in $(seq 50); do
    left=$(ps -A -o args= | grep -c '^sleep 9')
    [ "$left" != 0 ] || break
    sleep 0.1
  done
  echo "left: $left"
}
