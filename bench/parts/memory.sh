# What one recorded call that is up takes: the heap after a collection and the resident memory with many calls, less the same
# with none, divided by their number.

heap_kb() { # on or off, after a collection; the first may leave what only had to be finalized
  collect_garbage "$1"
  collect_garbage "$1"
  jcmd "$(jvm "$1")" GC.heap_info | sed -n 's/.* used \([0-9]*\)K.*/\1/p' | head -n 1
}

resident_kb() { awk '/^VmRSS/ { print $2 }' "/proc/$(jvm "$1")/status"; }

measure_memory() { # calls; to be called when ended calls have been forgotten
  say "memory: $1 calls at a time"
  local heap resident sockets
  heap=$(heap_kb on)
  resident=$(resident_kb on)
  hold_calls "$1"
  sockets=$(media_sockets on)
  heap=$(($(heap_kb on) - heap))
  resident=$(($(resident_kb on) - resident))
  result "per recorded call at $1 calls at a time: $(calc "$heap / $1" %.1f) KB of heap, $(calc "$resident / $1" %.1f) KB of resident memory, $(calc "$sockets / $1" %.1f) UDP ports"
  say "ending them"
  end_calls 150 || say "some of them failed or were not recorded"
}

# Calls that all last until every one of them has been up for a while, and their transactions are over.
hold_calls() { # calls
  local ramp=$(($1 / 50))
  start_answering on "$1"
  start_calling on "$1" 50 $(((ramp + 55) * 1000))
  local tries=$((ramp + 30))
  until [ "$(count recorder 'CurrentCall')" -ge "$1" ]; do
    [ $((tries -= 1)) -gt 0 ] || give_up "only $(count recorder 'CurrentCall') of $1 calls came to be recorded"
    sleep 1
  done
  sleep 35
}
