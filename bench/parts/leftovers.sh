# What is still there of calls that are over: objects of the application and of the container, sockets, threads.

# Things of which there is one or more for each call or recording. What has to exist without calls is none of these.
of_a_call='org\.siprecservlet\.(sip\.(B2bCall|InviteTransaction|RequestTransaction|Lane|SipSrsDialog|MediaPath)|call\.(AnsweredCall|CallId|OfferAnswer)|recording\.(Recording|RecordingView|RecordingFacts|Dossier|Mailbox|SrsLeg|RelayCopy|Invitation|RecordingId)|metadata\.[A-Za-z]*(Metadata|MetadataId|Participant|Session|Stream|Group|Assoc)|media\.(RelayCall|Subscription|CopyOffer|RecordedStream)|media\.embedded\.(RelayedCall|RelayedLine|Leg|PortPair|RecorderCopy|CopyStream))'
of_a_dialog='com\.ibm\.ws\.sip\.container\.(servlets\.(WASXSipApplicationSessionImpl|SipSessionImplementation|IncomingSipServletRequest|OutgoingSipServletRequest)|tu\.TransactionUserWrapper|timer\.(ExpirationTimer|ServletTimerImpl))|com\.ibm\.ws\.sip\.stack\.transaction\.transactions\..*TransactionImpl'
of_a_socket='io\.netty\.channel\.(epoll\.EpollDatagramChannel|socket\.nio\.NioDatagramChannel)'

instances() { # regular expression of class names: how many there are, and of which
  histogram on | awk -v classes="^($1)\$" '$4 ~ classes { print $2, $4 }'
}

total() { awk '{ sum += $1 } END { print sum + 0 }'; }

recordings_known() {
  curl -sf "http://127.0.0.1:$(http_port on)/siprec/api/v1/recordings" | grep -o '"id":"[0-9a-f-]\{36\}"' | wc -l
}

ready() { curl -sf -o "$work/ready.json" "http://127.0.0.1:$(http_port on)/health/ready"; }

wait_until_clean() { # seconds at most
  local tries=$(($1 / 5))
  until [ "$(instances "$of_a_call|$of_a_dialog|$of_a_socket" | total)" -eq 0 ] && [ "$(media_sockets on)" -eq 0 ]; do
    [ $((tries -= 1)) -gt 0 ] || return 1
    sleep 5
  done
}

measure_leftovers() { # rate, calls
  say "leftovers: $2 calls at $1 a second"
  local before seconds
  before=$(threads on)
  run_calls on "$2" "$1" || say "some calls failed or were not recorded"
  say "leftovers: waiting until ended calls are forgotten"
  SECONDS=0
  wait_until_clean 150 || true
  seconds=$SECONDS
  result "after $2 calls ($(answered) without a failure, $(recorded) recorded to their end) and $seconds s:"
  report_leftovers "$of_a_call" 'objects of the application that belong to a call or its recording'
  report_leftovers "$of_a_dialog" 'sessions, transactions and timers of the SIP container'
  report_leftovers "$of_a_socket" 'channels of the relay'
  check_leftover "$(media_sockets on)" 'UDP sockets on the ports of the relay'
  check_leftover "$(recordings_known)" 'recordings in the REST interface'
  check "$(threads on) threads, $before before" "$(threads on) <= $before + 10"
  ready && result 'PASS ready for calls' || check 'ready for calls' 0
}

report_leftovers() { # classes, what they are
  local left
  left=$(instances "$1")
  check_leftover "$(total <<<"$left")" "$2"
  [ -n "$left" ] || return 0
  sort -rn <<<"$left" | head -n 12 | sed 's/^/       /'
  keep_heap
}

# What holds them shows only in the heap of this moment.
keep_heap() {
  local dump=$work/leftovers.hprof
  [ -e "$dump" ] || jcmd "$(jvm on)" GC.heap_dump "$dump" >"$work/heap_dump.txt" || return 0
  result "       the heap is in $dump"
}

check_leftover() { check "$1 $2" "$1 == 0"; }
