#!/bin/sh
# Makes .venv in this checkout, or leaves it alone when it is complete.
# PYTHON=/path/to/python chooses the interpreter.
set -eu

# Settings of another environment must not leak into ours.
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX PIP_TARGET PIP_PREFIX UV_PROJECT_ENVIRONMENT
export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_DISABLE_PIP_VERSION_CHECK=1

CDPATH='' cd -- "$(dirname -- "$0")/.."
stamp=.venv/.ready
# The folder counts too: the scripts in a virtual environment break when it moves.
wanted=$(pwd -P; cksum pyproject.toml constraints.txt)

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# Prints the real interpreter behind $1 if it runs and is new enough. A shim or a virtual
# environment (even the .venv about to be replaced) is resolved to what it stands on.
real_python() {
    found=$("$1" -I -c 'import sys
if sys.version_info >= (3, 12) and sys.implementation.name == "cpython":
    print(sys._base_executable)' 2>/dev/null </dev/null) || return 1
    [ -x "$found" ] && printf '%s\n' "$found"
}

python_on_path() {
    for name in python3.13 python3.12 python3 python; do
        rest=$PATH:
        while [ -n "$rest" ]; do
            folder=${rest%%:*}
            rest=${rest#*:}
            [ -x "$folder/$name" ] && real_python "$folder/$name" && return
        done
    done
    return 1
}

python_of_pyenv() {
    root=${PYENV_ROOT:-${HOME:-}/.pyenv}
    pyenv=$(command -v pyenv) || pyenv=$root/bin/pyenv
    [ -x "$pyenv" ] || return 1
    root=$("$pyenv" root 2>/dev/null) || return 1
    installed_in_pyenv && return
    echo 'Building Python 3.13 with pyenv (several minutes, once) ...' >&3
    "$pyenv" install --skip-existing 3.13 >/dev/null 2>&1 </dev/null && installed_in_pyenv
}

installed_in_pyenv() {
    for version in 3.13 3.12 3; do
        for candidate in "$root"/versions/"$version".*/bin/python3; do
            real_python "$candidate" && return
        done
    done
    return 1
}

python_of_uv() {
    command -v uv >/dev/null || return 1
    for wish in 3.13 '>=3.12'; do
        candidate=$(uv python find --no-project "$wish" 2>/dev/null) && real_python "$candidate" && return
    done
    echo 'Fetching Python 3.13 with uv (about a minute, once) ...' >&3
    uv python install 3.13 >/dev/null 2>&1 || return 1
    candidate=$(uv python find --no-project 3.13 2>/dev/null) && real_python "$candidate"
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        real_python "$PYTHON" || fail "PYTHON is set to '$PYTHON', which is not a working Python 3.12 or newer."
    else
        python_on_path || python_of_pyenv || python_of_uv ||
            fail "Vruchtbare Bodem needs Python 3.12 or newer, and no system Python, pyenv or uv here gives one."
    fi
}

# Debian and its kin leave ensurepip out of python3.
add_debian_venv() {
    case $python in /usr/bin/*) ;; *) return 1 ;; esac
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Adding Debian's python3-venv (half a minute, once) ..." >&3
    package=$(basename "$("$python" -c 'import os, sys; print(os.path.realpath(sys.executable))')")-venv
    apt_install "$package" || { apt-get update && apt_install "$package"; } || apt_install python3-venv
} >/dev/null 2>&1

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1" </dev/null
}

# The page is tested in a real browser. Without one those tests are skipped, and say so.
add_debian_chromium() {
    command -v chromium >/dev/null && return 0
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
    echo "Adding Debian's chromium, for the tests of the page (a minute, once) ..."
    { apt_install chromium || { apt-get update && apt_install chromium; }; } >/dev/null 2>&1 ||
        echo 'It could not be had; the tests of the page in a browser will be skipped.'
}

make_environment() {
    rm -rf .venv
    "$python" -m venv .venv >/dev/null 2>&1 && return
    add_debian_venv && "$python" -m venv --clear .venv >/dev/null 2>&1 && return
    rm -rf .venv
    uv venv --quiet --no-project --python "$python" .venv 2>/dev/null && return
    virtualenv --quiet --python "$python" .venv >/dev/null 2>&1 && return
    fail "$python cannot make virtual environments: install its venv module (python3-venv on Debian) or uv."
}

# uv is several times faster, but knows nothing of how pip is set up on this machine, so
# its failure counts only where there is no pip. Errors are shown, progress is not.
install() {
    if .venv/bin/python -m pip --version >/dev/null 2>&1; then
        with_uv 2>/dev/null || .venv/bin/python -m pip install -qq -c constraints.txt -e '.[dev]'
    else
        with_uv
    fi
}

with_uv() {
    uv pip install --quiet --python .venv/bin/python -c constraints.txt -e '.[dev]'
}

ready() {
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c '' 2>/dev/null
}

exec 3>&1
if ready; then exit 0; fi
python=$(find_python)
echo 'Setting up a virtual environment (about a minute, once) ...'
make_environment
install || fail 'The installation failed for the reason above; the same command tries it again.'
add_debian_chromium
# Last, so that whatever interrupts the steps above has them done again.
printf '%s\n' "$wanted" >"$stamp"
