# Calls by SIPp: a caller, a callee and, with recording on, a recorder. Every run of calls has programs of its own.

declare -A sipp=()
hold=500 # milliseconds that a call lasts

start_sipp() { # role, port, options...
  local role=$1 port=$2
  shift 2
  rm -f "$work/$role.csv"
  sipp -sf "$here/sipp/$role.xml" -i 127.0.0.1 -p "$port" -nostdin -watchdog_interval 0 -buff_size 4194304 \
    -trace_stat -stf "$work/$role.csv" -fd 1 -trace_err -error_file "$work/$role.errors" "$@" >"$work/$role.out" 2>&1 </dev/null &
  sipp[$role]=$!
}

end_sipp() {
  local role
  for role in "${!sipp[@]}"; do
    kill -KILL "${sipp[$role]}" 2>/dev/null || true
    wait "${sipp[$role]}" 2>/dev/null || true
  done
  sipp=()
}

# A column of the last line of a role's statistics; 0 when there are none.
count() { # role, column
  awk -F';' -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i } { value = $column } END { print value + 0 }' \
    "$work/$1.csv" 2>/dev/null || echo 0
}

start_answering() { # on or off, calls
  start_sipp callee "$callee_port" -m "$2"
  [ "$1" = off ] || start_sipp recorder "$recorder_port" -t t1 -m "$2"
  sleep 1
}

# Three repeated INVITEs without an answer are a failed call: whoever waited longer would have hung up.
start_calling() { # on or off, calls, rate, hold in milliseconds
  start_sipp caller "$caller_port" -m "$2" -r "$3" -d "$4" -l 1200 -max_invite_retrans 3 -max_non_invite_retrans 4 \
    -recv_timeout 10000 "127.0.0.1:$(sip_port "$1")"
}

# Runs calls to their end. The status is 0 when none failed and, with recording on, each was recorded from its answer to its end.
run_calls() { # on or off, calls, rate
  start_answering "$1" "$2"
  start_calling "$1" "$2" "$3" "$hold"
  end_calls $(($2 / $3 + 60))
}

# Waits until all calls are over. The status is that of run_calls.
end_calls() { # seconds at most
  local role status=0
  wait_for_end "${sipp[caller]}" "$1" || status=1
  for role in callee recorder; do
    [ -z "${sipp[$role]:-}" ] || wait_for_end "${sipp[$role]}" 5 || status=1
  done
  end_sipp
  return $status
}

wait_for_end() { # process, seconds at most
  local tries=$(($2 * 5))
  while kill -0 "$1" 2>/dev/null; do
    [ $((tries -= 1)) -gt 0 ] || return 1
    sleep 0.2
  done
  wait "$1"
}

answered() { count caller 'SuccessfulCall(C)'; }
recorded() { count recorder 'SuccessfulCall(C)'; }
repeated() { echo $(($(count caller 'Retransmissions(C)') + $(count callee 'Retransmissions(C)'))); }

warm_up() { # on or off, list of rate:calls
  local step
  for step in $2; do
    run_calls "$1" "${step#*:}" "${step%:*}" || true
    say "  $1: warmed up at ${step%:*} calls/s, $(answered) of ${step#*:} without a failure"
  done
  recover "$1"
}
