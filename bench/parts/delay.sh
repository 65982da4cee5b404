# How long after the 200 left for the caller the INVITE left for the recorder: both as they pass on the loopback device, told
# by the kernel's clock, and paired by the Call-ID that the metadata of the recording session repeats.

capture=

need_capture() {
  tshark -q -i lo -a duration:1 -w /dev/null >/dev/null 2>&1 \
    || give_up "tshark may not capture on lo: run this as root, or give your user the right to run dumpcap"
}

start_capture() {
  tshark -q -i lo -B 64 -w "$work/delay.pcap" -f "(udp src port $(sip_port on) and udp dst port $caller_port) or
    (tcp dst port $recorder_port)" >"$work/tshark.out" 2>&1 &
  capture=$!
  until grep -qs '^Capturing' "$work/tshark.out"; do
    kill -0 "$capture" 2>/dev/null || give_up "$(cat "$work/tshark.out")"
    sleep 0.2
  done
}

end_capture() {
  [ -n "$capture" ] || return 0
  kill "$capture" 2>/dev/null || true
  wait "$capture" 2>/dev/null || true
  capture=
}

# Milliseconds, one line for each recorded call.
delays() {
  tshark -r "$work/delay.pcap" -d "udp.port==$(sip_port on),sip" -d "tcp.port==$recorder_port,sip" \
    -Y '(sip.Status-Code == 200 && sip.CSeq.method == "INVITE") || sip.Method == "INVITE"' \
    -T fields -E separator='|' -e frame.time_epoch -e sip.Method -e sip.Call-ID -e xml.cdata 2>/dev/null \
    | awk -F'|' '
      $2 == "" && !($3 in answered) { answered[$3] = $1 }
      $2 == "INVITE" && match($4, /[0-9]+-[0-9]+@127\.0\.0\.1/) {
        call = substr($4, RSTART, RLENGTH)
        if (call in answered) printf "%.3f\n", ($1 - answered[call]) * 1000
      }'
}

measure_delay() { # rate, calls
  say "delay: $2 calls at $1 a second"
  start_capture
  run_calls on "$2" "$1" || say "some calls failed or were not recorded"
  sleep 1
  end_capture
  delays | sort -n >"$work/delays.txt"
  local measured median p99
  measured=$(wc -l <"$work/delays.txt")
  [ "$measured" -gt 0 ] || give_up "no recorded call was seen on the wire; see $work/delay.pcap"
  median=$(awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }' "$work/delays.txt")
  p99=$(awk '{ v[NR] = $1 } END { print v[int(NR * 0.99 + 0.5)] }' "$work/delays.txt")
  result "delay from the caller's 200 to the recorder's INVITE at $1 calls/s: median $median ms, p99 $p99 ms ($measured of $2 calls)"
  check "the median delay is under 5 ms" "$median < 5"
}
