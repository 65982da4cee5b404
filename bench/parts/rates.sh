# The highest rate that is carried: found by steps of a few seconds each. On and off take turns, so that what else goes on on
# the machine meets both alike.

# A rate is carried when no call fails, few messages have to be repeated, and the caller could really call that often. One more
# chance when little went wrong: a pause of the machine is not the server's fault.
carries() { # on or off, rate, seconds
  carried_once "$@" && return
  [ $(($2 * $3 - $(answered))) -le $(($2 * $3 / 50)) ] && recover "$1" && carried_once "$@"
}

carried_once() { # on or off, rate, seconds
  local calls=$(($2 * $3)) status=0 reached repeats
  run_calls "$1" "$calls" "$2" || status=1
  repeats=$(repeated)
  reached=$(rate_reached "$calls")
  say "  $1: $2 calls/s, reached $reached, $((calls - $(answered))) of $calls failed$([ "$1" = off ] || echo ", $(recorded) recorded"), $repeats messages repeated"
  [ "$status" -eq 0 ] && awk "BEGIN { exit !($repeats <= 0.05 * $calls && $reached >= 0.9 * $2) }"
}

# The caller's own figure counts the time in which the last calls were held.
rate_reached() { # calls
  local average
  average=$(count caller 'CallRate(C)')
  calc "$average > 0 ? $1 / ($1 / $average - $hold / 1000) : 0" %d
}

# Calls that failed live on in the server until it has given their messages up, and would fail the next step too: they hold
# ports, and what is repeated for them comes to programs that know nothing of them.
recover() { # on or off
  local tries=24
  until [ "$(calls_carried "$1")" -eq 0 ]; do
    [ $((tries -= 1)) -gt 0 ] || return 0
    sleep 5
  done
}

# From a first guess by a factor up or down to a rate that is carried below one that is not, then once between the two.
highest_rate() { # on or off, first guess, seconds
  local rate=$2 good= bad=
  while [ -z "$good" ] || [ -z "$bad" ]; do
    if carries "$1" "$rate" "$3"; then
      good=$rate
      [ -n "$bad" ] || rate=$(calc "$rate * 1.25" %d)
    else
      bad=$rate
      [ -n "$good" ] || rate=$(calc "$rate / 1.25" %d)
      recover "$1"
    fi
    [ "$rate" -gt 10 ] || break
  done
  rate=$(calc "(${good:-0} + $bad) / 2" %d)
  if [ -n "$good" ] && carries "$1" "$rate" "$3"; then
    good=$rate
  else
    recover "$1"
  fi
  found=${good:-0}
}

measure_rates() { # seconds of a step, rounds
  local round mode found
  local -A guess=([on]=400 [off]=1000) all=([on]= [off]=)
  for round in $(seq "$2"); do
    for mode in on off; do
      say "rates: round $round of $2, recording $mode"
      # The other one's turn has left this one's memory cold.
      warm_up $mode 100:1000
      highest_rate $mode "${guess[$mode]}" "$1"
      all[$mode]+=" $found"
      guess[$mode]=$found
    done
  done
  measure_cost 1000
  report_rates "$(median ${all[on]})" "$(median ${all[off]})"
}

# Says more than the rates on a machine that has other work: waiting for a processor costs none.
measure_cost() { # calls
  local mode before
  local -A cost=()
  for mode in on off; do
    before=$(cpu_seconds $mode)
    run_calls $mode "$1" 100 || true
    cost[$mode]=$(calc "($(cpu_seconds $mode) - $before) * 1000 / $1")
  done
  result "CPU seconds of the server for 1,000 calls: ${cost[on]} with recording on, ${cost[off]} with recording off"
}

report_rates() { # on, off; the single ones are measure_rates' own
  result "calls per second carried without a failed call: $1 with recording on (rounds:${all[on]}), $2 with recording off (rounds:${all[off]})"
  check 'recording on carries at least half the call rate of recording off' "$1 >= 0.5 * $2 && $2 > 0"
  result "recording on/off call rate: $(calc "$2 > 0 ? $1 / $2 : 0")"
}
