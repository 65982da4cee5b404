# What is printed: progress to standard error, results to standard output.

failures=0

say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

give_up() {
  printf '%s\n' "$*" >&2
  exit 2
}

need() { # program, Debian package
  command -v "$1" >/dev/null || give_up "$1 is missing; on Debian it is in the package $2"
}

result() { printf '%s\n' "$*"; }

check() { # sentence, condition of awk
  if awk "BEGIN { exit !($2) }"; then
    result "PASS $1"
  else
    result "FAIL $1"
    failures=1
  fi
}

calc() { # expression of awk, format
  awk "BEGIN { printf \"${2:-%.2f}\", ($1) }"
}

median() { # numbers
  printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
