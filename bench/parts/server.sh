# The two servers, called on and off after their recording. Only what the contract of deploy/liberty/run says is used.

first_port=${BENCH_PORTS:-46100}
media_ports=${BENCH_MEDIA_PORTS:-20000-29999}
caller_port=$((first_port + 4))
callee_port=$((first_port + 5))
recorder_port=$((first_port + 6))

declare -A runner=([on]= [off]=)
sip_port() { [ "$1" = on ] && echo "$first_port" || echo $((first_port + 2)); }
http_port() { [ "$1" = on ] && echo $((first_port + 1)) || echo $((first_port + 3)); }

# Each server has an address of its own for its media, so that both have the whole range of ports.
media_address() { [ "$1" = on ] && echo 127.0.0.1 || echo 127.0.0.2; }

start_server() { # on or off
  local out=$work/$1.out srs=
  [ "$1" = off ] || srs="sip:127.0.0.1:$recorder_port;transport=tcp"
  SIP_PORT=$(sip_port "$1") HTTP_PORT=$(http_port "$1") SERVER_DIR=$work/$1 JAVA_OPTS=${JAVA_OPTS:--Xmx2g} \
    SIPREC_NEXT_HOP=sip:127.0.0.1:$callee_port SIPREC_SRS=$srs SIPREC_HISTORY_KEEP=5s \
    SIPREC_MEDIA_ADDRESS=$(media_address "$1") SIPREC_MEDIA_PORTS=$media_ports \
    "$root/deploy/liberty/run" >"$out" 2>"$work/$1.err" &
  runner[$1]=$!
  until grep -qs '^ready' "$out"; do
    kill -0 "${runner[$1]}" 2>/dev/null || give_up "the server did not start: $(tail -n 5 "$work/$1.err")"
    sleep 0.5
  done
}

end_server() { # on or off
  [ -n "${runner[$1]}" ] || return 0
  kill "${runner[$1]}" 2>/dev/null || true
  wait "${runner[$1]}" 2>/dev/null || true
  runner[$1]=
}

jvm() { # on or off: the process id of the Java virtual machine below the runner
  local pid=${runner[$1]} name
  while [ -n "$pid" ]; do
    read -r name <"/proc/$pid/comm"
    [ "$name" != java ] || break
    pid=$(child_of "$pid")
  done
  echo "$pid"
}

# A runner has one child that ends in Java, and at most one that only follows a log.
child_of() { # process
  local child name
  for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do
    read -r name <"/proc/$child/comm" || continue
    [ "$name" = tail ] || echo "$child"
  done | head -n 1
}

cpu_seconds() { # on or off: user and system time so far
  awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) / tick }' "/proc/$(jvm "$1")/stat"
}

threads() { # on or off
  ls "/proc/$(jvm "$1")/task" | wc -l
}

calls_carried() { # on or off
  curl -s "http://127.0.0.1:$(http_port "$1")/health/ready" | sed -n 's/.*"calls":\([0-9]*\).*/\1/p'
}

collect_garbage() { jcmd "$(jvm "$1")" GC.run >/dev/null; }

histogram() { jcmd "$(jvm "$1")" GC.class_histogram; }

# UDP sockets open on the relay's ports at the address of a server.
media_sockets() { # on or off
  cat /proc/net/udp /proc/net/udp6 2>/dev/null | awk -v range="$media_ports" -v on="$1" '
    function hex(s,  i, n) { for (i = 1; i <= length(s); i++) n = n * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1; return n }
    BEGIN { split(range, bound, "-"); mine = on == "on" ? "0100007F" : "0200007F" }
    { split($2, local, ":"); port = hex(local[2]) }
    index(local[1], mine) && port >= bound[1] && port <= bound[2] { count++ }
    END { print count + 0 }'
}
