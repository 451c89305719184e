#!/bin/sh
# Makes the keys and certificates of a broker and its robots in the current folder. Never overwrites.
#   certificates.sh ca                        the authority: once; ca.key stays off the broker, in a safe place
#   certificates.sh broker mqtt.library.example [127.0.0.1]   the broker's, with its name and addresses
#   certificates.sh robot rb-7f3k2m           a robot's, or the server's ("server"); the name is its id
# All are EC P-256. A robot without a battery clock may be behind by months when it is switched on, and would
# find a certificate of today "not yet valid": so all begin in 2025.
set -eu
umask 077
begin=20250101000000Z
what=${1:?ca, broker or robot}

# The authority's own files for openssl ca, which alone of openssl 3.0's commands can set a beginning.
settings() {
  mkdir -p signed
  [ -f index.txt ] || : >index.txt
  cat >ca.conf <<END
[ca]
default_ca = library
[library]
new_certs_dir = signed
database = index.txt
rand_serial = yes
default_md = sha256
policy = names
unique_subject = no
copy_extensions = none
[names]
commonName = supplied
END
}

# sign NAME CN END EXTENSIONS [self]
sign() {
  [ ! -e "$1.key" ] || { echo "$1.key is there already" >&2; exit 1; }
  settings
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"
  openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr"
  printf '%b' "$4" >"$1.ext"
  if [ "${5:-}" = self ]; then signer="-selfsign -keyfile $1.key"; else signer="-cert ca.crt -keyfile ca.key"; fi
  # shellcheck disable=SC2086
  openssl ca -batch -notext -config ca.conf $signer -startdate "$begin" -enddate "$3" \
    -in "$1.csr" -extfile "$1.ext" -out "$1.crt" 2>ca.log || { cat ca.log >&2; exit 1; }
  rm "$1.csr" "$1.ext" ca.log
  chmod 644 "$1.crt"
  echo "$1.crt: CN=$2, valid to $(openssl x509 -in "$1.crt" -noout -enddate | cut -d= -f2)"
}

year=$(date +%Y)
case $what in
ca)
  sign ca 'iyagi robots' "$((year + 20))0101000000Z" \
    'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n' self
  ;;
broker)
  name=${2:?the name by which robots reach it}
  shift 2
  names="DNS:$name"
  for address in "$@"; do names="$names,IP:$address"; done
  sign broker "$name" "$((year + 3))0101000000Z" \
    "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=$names\n"
  ;;
robot)
  id=${2:?the id of the robot}
  case $id in
  [A-Za-z0-9]*) ;;
  *) echo "'$id' is no id" >&2; exit 1 ;;
  esac
  case $id in
  *[!A-Za-z0-9_-]*) echo "'$id': only letters, digits, '-' and '_'" >&2; exit 1 ;;
  esac
  sign "$id" "$id" "$((year + 3))0101000000Z" \
    'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\n'
  ;;
*)
  echo "ca, broker or robot" >&2
  exit 1
  ;;
esac
