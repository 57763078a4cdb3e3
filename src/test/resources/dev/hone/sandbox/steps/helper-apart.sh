# A command that a runner starts apart from itself.
HELPER=$1
export HELPER
setpriv --reuid=$user --clear-groups sh -c '
  SECRET=1 sh -c "
    \"\$HELPER\" apart -- sh -c '\''
      cat /proc/\$PPID/environ >/dev/null && echo read
      kill -0 \$PPID && echo reached
      cd tmp && mkdir a b && : >a/x && ln a/x b/y && ls b
      grep NoNew /proc/self/status'\''; echo ended with \$?
    \"\$HELPER\" apart -- /nowhere/program; echo ended with \$?"' 2>&1
