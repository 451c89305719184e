#!/bin/busybox sh
# What is done with the product in the emulated Pi. The console is the log: PASS and FAIL lines are counted outside.
mkdir -p /opt/pi/bin
/bin/busybox --install -s /opt/pi/bin 2>/dev/null
export PATH=/usr/sbin:/usr/bin:/opt/pi/bin LC_ALL=C.UTF-8 HOME=/tmp IYAGI_DATA=/tmp/data
export IYAGI_JAVA_OPTIONS="-XX:TieredStopAtLevel=1"
mount -t debugfs d /sys/kernel/debug
CHIP=/sys/kernel/debug/pca9685-40
LAMPS=/sys/kernel/debug/pca9685-41
IYAGI=/opt/product/bin/iyagi
OWL=/opt/pi/owl.yaml

now() { read -r up _ </proc/uptime; echo "$up"; }
say() { echo "PI [$(now)s] $*"; }
check() { if [ "$2" = "$3" ]; then echo "PASS $1 ($2)"; else echo "FAIL $1: '$2' instead of '$3'"; fi; }
holds() { if grep -qE "$2" "$3"; then echo "PASS $1"; else echo "FAIL $1: no '$2' in:"; tail -20 "$3"; fi; }
load() { for m in "$@"; do while read -r k; do insmod "/opt/pi/modules/$k" 2>/tmp/e || grep -q 'File exists' /tmp/e || cat /tmp/e; done <"/opt/pi/modules/$m.list"; done; }
# until_line WORDS FILE SECONDS: waits for a line, as long as the program behind it runs
until_line() { n=0; while ! grep -qE "$1" "$2" 2>/dev/null && kill -0 $! 2>/dev/null && [ $n -lt $(($3 * 10)) ]; do usleep 100000; n=$((n + 1)); done; }
until_value() { n=0; while [ "$(cat "$1" 2>/dev/null)" != "$2" ] && [ $n -lt $(($3 * 20)) ]; do usleep 50000; n=$((n + 1)); done; }
until_moving() { n=0; while [ "$(grep -cv off $CHIP/outputs)" = 0 ] && [ $n -lt $(($1 * 20)) ]; do usleep 50000; n=$((n + 1)); done; }
powered() { grep -cv off $CHIP/outputs; }
line() { cat "$GPIO/sim_gpio$1/value"; }
press() { echo pull-down >"$GPIO/sim_gpio$1/pull"; usleep 250000; echo pull-up >"$GPIO/sim_gpio$1/pull"; }
finished() { n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt $(($2 * 10)) ]; do usleep 100000; n=$((n + 1)); done; }

# Joint ranges of the owl, from its profile: channel, narrowest and widest pulse.
ranges() { awk '/^  [a-z-]+:$/ {c = ""} $1 == "channel:" {c = $2} $1 == "min-pulse-us:" {lo = $2} $1 == "max-pulse-us:" && c != "" {print c, lo, $2}' $OWL; }
# A tick of the chip is 4.88 us, so a pulse may be rounded by half of that either way; the simulation cuts to whole us.
in_range() {
  ranges >/tmp/ranges
  awk 'NR == FNR {lo[$1] = $2 - 4; hi[$1] = $3 + 3; next} !($1 in lo) || $2 < lo[$1] || $3 > hi[$1] {print "channel " $1 ": " $2 ".." $3 " us, allowed " lo[$1] ".." hi[$1]; bad = 1} {n++} END {if (!bad) print "all in range"}' /tmp/ranges $CHIP/widths
}

say "kernel $(uname -r), $(nproc) processors, $(tr -d '\0' </proc/device-tree/model)"
load i2c-dev pca9685-sim gpio-sim-pi snd-usb-audio xhci-pci evdev hid-generic usbhid
GPIO=$(dirname "$(ls -d /sys/devices/platform/*/gpiochip*/sim_gpio17 | head -1)")
for button in 17 27 22 23 24 25 5 6; do echo pull-up >"$GPIO/sim_gpio$button/pull"; done
# The resistor on the board: whoever lets go of the safety line lets it rise.
echo pull-up >"$GPIO/sim_gpio4/pull"
n=0
while { ! grep -q USB-Audio /proc/asound/cards || ! grep -q 'QEMU USB Keyboard' /proc/bus/input/devices; } && [ $n -lt 200 ]; do usleep 100000; n=$((n + 1)); done
mkdir -p /tmp/data /tmp/run
export RUNTIME_DIRECTORY=/tmp/run
cp -r /opt/product/prepared/. /tmp/data/

say "1. the doctor looks at everything"
$IYAGI doctor --robot $OWL --sound Audio >/tmp/doctor 2>&1
grep -E '^\[' /tmp/doctor
for part in Movement Lamps Buttons 'Story cards' Sound; do holds "the doctor finds: $part" "^\[ok\] $part:" /tmp/doctor; done
check "looking has powered nothing" "$(powered)" 0
check "safety line after looking" "$(line 4)" 1

say "2. a story, while the bus refuses now and then, goes away for a while, and the chip loses its power once"
echo begin >$CHIP/widths
$IYAGI read bell --robot $OWL --sound Audio --no-face >/tmp/read 2>&1 &
reader=$!
until_line 'A small bell hung' /tmp/read 240
until_moving 60
check "safety line while the owl moves" "$(line 4)" 0
echo 1 >$CHIP/refuse
usleep 700000
echo 1 >$CHIP/refuse
until_line 'Nobody came' /tmp/read 60
echo 1 >$CHIP/silent
usleep 2500000
echo 0 >$CHIP/silent
until_line 'It pushed the bell' /tmp/read 60
cp $CHIP/faults /tmp/faults
# Until the program sees that the chip has lost its power, it writes to a sleeping one; that is no mistake.
echo 1 >$CHIP/brown_out
wait $reader
check "the story ended well" $? 0
grep -vE '^(The sound|The timeline)' /tmp/read
for words in 'A small bell hung in a tower' 'It was quiet all night' 'Nobody rang it' 'Nobody came' 'Then the wind came by' \
  'It pushed the bell' 'Ding, said the bell' 'And the whole town woke up' 'The bell was glad'; do
  check "spoken once: $words" "$(grep -c "$words" /tmp/read)" 1
done
holds "the lost bus was told" 'PCA9685|servo' /tmp/read
holds "the movement came back" 'movement is back' /tmp/read
cat $CHIP/faults $CHIP/widths
check "pulses, for every joint" "$(in_range)" "all in range"
check "mistakes of the driver" "$(sed 's/.*without_ai/without_ai/; s/ led_asleep.*//' /tmp/faults)" "without_ai=0 prescale_awake=0"
check "no servo has power after the story" "$(powered)" 0
check "safety line after the story" "$(line 4)" 1

say "3. a card is learned"
$IYAGI cards learn bell --robot $OWL >/tmp/learn 2>&1 &
learner=$!
until_line 'Hold a card' /tmp/learn 120
sleep 2
echo "PI-HOST card"
wait $learner
check "learning the card" $? 0
cat /tmp/learn

say "4. in service: the start button, then the stop button"
$IYAGI serve --robot $OWL --sound Audio >/tmp/serve 2>&1 &
robot=$!
until_line 'In service' /tmp/serve 240
sleep 2
press 17
until_line "Reading 'The small bell'" /tmp/serve 60
holds "the start button starts a story" "Reading 'The small bell'" /tmp/serve
until_moving 60
check "safety line during the story" "$(line 4)" 0
sleep 3
before=$(now)
echo pull-down >"$GPIO/sim_gpio22/pull"
until_value "$GPIO/sim_gpio4/value" 1 20
say "stop button at $before, servos without power at $(now) (emulated time is not real time)"
check "safety line after the stop button" "$(line 4)" 1
echo pull-up >"$GPIO/sim_gpio22/pull"
until_line 'Halted' /tmp/serve 20
holds "the stop button halts" 'Halted' /tmp/serve
check "no servo has power after the halt" "$(powered)" 0

say "5. the card starts the story, which is read to its end"
echo "PI-HOST card"
until_line 'Read to the end' /tmp/serve 240
holds "the card starts a story that is read to its end" 'Read to the end' /tmp/serve
check "the lamps were lit" "$(awk '{n++} END {print (n > 0)}' $LAMPS/widths)" 1

say "6. killed in the middle of a story"
press 17
sleep 4
until_moving 60
check "safety line before" "$(line 4)" 0
kill -9 $robot
until_value "$GPIO/sim_gpio4/value" 1 20
check "the safety line rises by itself when the program is killed" "$(line 4)" 1
say "the chip itself still gives pulses on $(powered) outputs, which the safety line keeps from the servos"
/opt/pi/stop-post
check "what the service manager does then silences the chip" "$(powered)" 0

say "7. back in service; what was cut off is remembered truthfully"
$IYAGI serve --robot $OWL --sound Audio >/tmp/again 2>&1 &
robot=$!
until_line 'In service' /tmp/again 240
cat /tmp/again
kill $robot
wait $robot
say "ended with $?"
holds "a goodbye" 'Going out of service' /tmp/again
check "safety line after the service" "$(line 4)" 1
$IYAGI sessions --json >/tmp/sessions 2>/tmp/e
check "results of the sessions, newest first" "$(sed -n 's/.*"result" : "\([a-z-]*\)".*/\1/p' /tmp/sessions | tr '\n' ' ')" "restarted completed halted completed "
say "all steps done"
sync
poweroff -f
