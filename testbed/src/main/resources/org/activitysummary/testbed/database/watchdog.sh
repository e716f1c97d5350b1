# Clears up after a process that was killed: stops the server of its run and deletes the run's files.
# $1: directory of the run   $2: data directory of its server
# Standard input: a pipe from the process. A line on it means that all is well; its end, that the
# process is gone. Works in any POSIX shell.

# Ctrl-C reaches the whole terminal; this process has to be the last to go.
trap '' INT TERM HUP

read -r word && exit 0

is_server() { # process id: does its command line name the data directory?
  case "$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || ps -p "$1" -o args= 2>/dev/null)" in
    *"$2"*) return 0 ;;
  esac
  return 1
}

signal=INT
tries=0
# The server may be starting just now, so look again until the directory is gone for good.
while [ "$tries" -lt 60 ]; do
  pid=$(head -n 1 "$2/postmaster.pid" 2>/dev/null)
  if [ -n "$pid" ] && is_server "$pid" "$2"; then
    kill "-$signal" "$pid" 2>/dev/null
    [ "$tries" -lt 40 ] || signal=QUIT
  else
    rm -rf "$1"
    [ -e "$1" ] || exit 0
  fi
  tries=$((tries + 1))
  sleep 0.25 2>/dev/null || sleep 1
done
rm -rf "$1"
