# Finds a JDK 25 or newer; sourced by the start scripts and by ./check.
# shellcheck shell=bash

readonly needed_jdk=25

# The major version that the JDK in folder $1 says it has; nothing where there is none.
jdk_major() {
  local line
  [[ -x "$1/bin/java" && -r "$1/release" ]] || return 0
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]]; then
      echo "${BASH_REMATCH[1]}"
      return 0
    fi
  done <"$1/release"
}

# Whether folder $1 holds a Java that will do; $2 is a tool that must be in it (javac for building).
jdk_serves() {
  local major
  [[ -n $1 ]] || return 1
  major=$(jdk_major "$1")
  [[ -n $major && $major -ge $needed_jdk && -x "$1/bin/$2" ]]
}

# The JDK that a command such as /usr/bin/java belongs to, through all its links.
jdk_of_command() {
  local path=$1 link
  while [[ -L $path ]]; do
    link=$(readlink "$path")
    [[ $link == /* ]] || link=$(dirname "$path")/$link
    path=$link
  done
  (cd "$(dirname "$path")/.." 2>/dev/null && pwd) || true
}

# Prints the folder of a JDK that holds the tool $1 (java where it is not given); fails with one sentence where there
# is none.
find_jdk() {
  local tool=${1:-java} home
  if jdk_serves "${JAVA_HOME:-}" "$tool"; then
    echo "$JAVA_HOME"
    return 0
  fi
  if command -v java >/dev/null; then
    home=$(jdk_of_command "$(command -v java)")
    if jdk_serves "$home" "$tool"; then
      echo "$home"
      return 0
    fi
  fi
  if [[ -x /usr/libexec/java_home ]]; then
    home=$(/usr/libexec/java_home -v "$needed_jdk+" 2>/dev/null) || home=
    if jdk_serves "$home" "$tool"; then
      echo "$home"
      return 0
    fi
  fi
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* "${HOME:-/nonexistent}"/.asdf/installs/java/* \
    /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_serves "$home" "$tool"; then
      echo "$home"
      return 0
    fi
  done
  echo "Limber needs a JDK $needed_jdk: install one (Temurin $needed_jdk will do), or set JAVA_HOME to where it is." >&2
  return 1
}
