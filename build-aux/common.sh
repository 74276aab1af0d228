# SPDX-License-Identifier: GPL-3.0-or-later
#
# What build-aux/run and build-aux/test share. Sourced by bash; $top is the
# root of the tree.

say () {
  printf '==> %s\n' "$*"
}

fail () {
  printf '%s\n' "$*" >&2
  exit 1
}

# packages GROUP...: the packages of these groups of build-aux/packages.
packages () {
  awk -v wanted=" $* " '
    /^\[/ { group = substr ($1, 2, length ($1) - 2); next }
    /^[^#]/ && NF && index (wanted, " " group " ") { print $1 }
  ' "$top/build-aux/packages"
}

# missing PACKAGE...: those of them that are not installed.
missing () {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1)" = installed ] ||
      printf '%s\n' "$package"
  done
}

# install_missing GROUP...: install what is not there yet, and nothing else.
install_missing () {
  local wanted lacking root=()
  mapfile -t wanted < <(packages "$@")

  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    fail "This is neither Debian nor Ubuntu, so Yanfei cannot tell what is installed.
Install these, by the names your distribution gives them, then follow README.md
under \"Building by hand\":
  ${wanted[*]}"

  mapfile -t lacking < <(missing "${wanted[@]}")
  if [ ${#lacking[@]} -eq 0 ]; then
    say "Everything that is needed is installed"
    return
  fi

  say "Installing what is missing: ${lacking[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    # sudo may ask for a password, but only where somebody can answer.
    if [ -t 0 ] && command -v sudo >/dev/null; then
      root=(sudo)
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      root=(sudo -n)
    else
      fail "These packages are missing, and there is no permission to install them:
  ${lacking[*]}
Ask somebody who may to run: apt-get install ${lacking[*]}"
    fi
    "${root[@]}" true ||
      fail "Without permission these packages cannot be installed: ${lacking[*]}"
  fi

  "${root[@]}" apt-get update -qq </dev/null ||
    say "The package lists could not be brought up to date; trying with those that are here"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${lacking[@]}" </dev/null >/dev/null ||
    fail "These packages could not be installed: ${lacking[*]}
Look at what apt-get says above, then try again."

  mapfile -t lacking < <(missing "${wanted[@]}")
  [ ${#lacking[@]} -eq 0 ] || fail "These packages are still missing: ${lacking[*]}"
}

# quietly LOG COMMAND...: keep what a command says in a file, and show it
# only where the command fails.
quietly () {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" </dev/null >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    printf 'This failed: %s\nAll it said is in %s\n' "$*" "$log" >&2
    return 1
  fi
}

# set_up DIR OPTION...: configure a build directory, anew where it is missing,
# was left half done, belongs to another place or has other options.
set_up () {
  local dir=$1 mark
  shift
  mark="$top $*"
  if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/.configured-as" 2>/dev/null)" = "$mark" ]; then
    return
  fi
  rm -rf "$dir"
  quietly "$dir/setup.log" meson setup "$dir" "$top" "$@" || return 1
  printf '%s\n' "$mark" >"$dir/.configured-as"
}
