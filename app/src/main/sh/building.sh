# What ./limber and ./check share: Maven, and one build at a time.
# shellcheck shell=bash

# Prints the path of Maven; fails with one sentence where there is none.
find_maven() {
  local place
  if command -v mvn >/dev/null; then
    command -v mvn
    return 0
  fi
  for place in "${MAVEN_HOME:-/nonexistent}" "${M2_HOME:-/nonexistent}" /opt/maven /opt/apache-maven* /usr/share/maven \
    "${HOME:-/nonexistent}/.sdkman/candidates/maven/current" /opt/homebrew /usr/local; do
    if [[ -x $place/bin/mvn ]]; then
      echo "$place/bin/mvn"
      return 0
    fi
  done
  echo "Limber is built with Maven 3.8 or newer: install it (the package is mostly called 'maven'), or put mvn on the PATH." >&2
  return 1
}

# Waits until nobody else builds in this folder, then holds the lock $1. A link is made at once with its content, so
# that a lock always tells whose it is; $2 is said once where there is somebody to wait for.
take_build_lock() {
  local lock=$1 waiting=$2 said='' owner
  mkdir -p "$(dirname "$lock")"
  until ln -s "$$" "$lock" 2>/dev/null; do
    owner=$(readlink "$lock" 2>/dev/null) || continue
    if ! ps -p "$owner" >/dev/null 2>&1; then
      drop_dead_lock "$lock" "$owner"
      continue
    fi
    if [[ -z $said ]]; then
      said=yes
      [[ -z $waiting ]] || echo "$waiting" >&2
    fi
    sleep 0.2
  done
}

# Removes the lock $1 that the dead process $2 left behind, unless somebody else took it over in the meantime.
drop_dead_lock() {
  local aside="$1.dead.$$"
  mv "$1" "$aside" 2>/dev/null || return 0
  if [[ $(readlink "$aside") != "$2" ]]; then
    ln -s "$(readlink "$aside")" "$1" 2>/dev/null || true
  fi
  rm -f "$aside"
}

release_build_lock() {
  if [[ $(readlink "$1" 2>/dev/null) == "$$" ]]; then
    rm -f "$1"
  fi
}
