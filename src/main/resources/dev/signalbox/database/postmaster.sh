# Starts PostgreSQL, tells its process id, and stops it when standard input ends: that is when
# Signalbox stops, or dies. Ctrl-C in the terminal is for Signalbox alone; pg_ctl puts the server
# into a session of its own.
trap '' HUP INT TERM
pg_ctl=$1 data=$2 log=$3 seconds=$4 options=$5
"$pg_ctl" -D "$data" -l "$log" -w -t "$seconds" -o "$options" start </dev/null || exit 1
read -r pid <"$data/postmaster.pid"
echo "ready $pid"
while read -r _; do :; done
kill -INT "$pid" 2>/dev/null
