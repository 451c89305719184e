// SPDX-License-Identifier: GPL-2.0
/*
 * Two PCA9685 chips, at 0x40 and 0x41, on an I2C bus of their own, for tests.
 *
 * They keep to the data sheet (NXP PCA9685, rev. 4) where a driver can be wrong: the register pointer only moves on with
 * MODE1.AI, PRE_SCALE can only be written asleep, ALL_LED writes every output, RESTART is set by falling asleep and cleared
 * by writing it. What the outputs have been told is remembered as the narrowest and widest pulse since the last look.
 *
 * In debugfs, pca9685-40/ and pca9685-41/:
 *   outputs    what each output gives now: "4 off" or "4 1500" (us)
 *   widths     narrowest and widest pulse per output since "begin" was written: "4 867 2133"; writing anything begins anew
 *   faults     what a driver should never do, counted
 *   refuse     so many of the next transfers are not acknowledged
 *   silent     1: none is acknowledged until 0 is written
 *   brown_out  writing 1 sets every register to its value after power-on
 */
#include <linux/debugfs.h>
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/seq_file.h>

#define CHIPS 2
#define FIRST_ADDRESS 0x40
#define OUTPUTS 16
#define MODE1 0x00
#define LED0 0x06
#define LED_LAST 0x45
#define ALL_LED 0xfa
#define ALL_LED_LAST 0xfd
#define PRE_SCALE 0xfe
#define RESTART 0x80
#define AI 0x20
#define SLEEP 0x10
#define FULL 0x10

struct chip {
	u8 reg[256];
	u8 pointer;
	u32 narrowest[OUTPUTS], widest[OUTPUTS];
	u32 transfers, refused, without_ai, prescale_awake, led_asleep;
	u32 refuse, silent;
};

static struct chip chips[CHIPS];
static DEFINE_MUTEX(lock);

static void power_on(struct chip *c)
{
	int i;

	memset(c->reg, 0, sizeof(c->reg));
	c->reg[MODE1] = 0x11;
	c->reg[0x01] = 0x04;
	c->reg[0x02] = 0xe2;
	c->reg[0x03] = 0xe4;
	c->reg[0x04] = 0xe8;
	c->reg[0x05] = 0xe0;
	for (i = 0; i < OUTPUTS; i++)
		c->reg[LED0 + 4 * i + 3] = FULL;
	c->reg[PRE_SCALE] = 0x1e;
}

/* Width of a pulse in us, by the nominal 25 MHz; 0 if the output is off. */
static u32 width(struct chip *c, int output)
{
	u8 *r = c->reg + LED0 + 4 * output;
	u32 on = r[0] | (r[1] & 0x0f) << 8, off = r[2] | (r[3] & 0x0f) << 8;

	if (c->reg[MODE1] & SLEEP || r[3] & FULL)
		return 0;
	return ((off - on) & 0xfff) * (c->reg[PRE_SCALE] + 1) / 25;
}

static void remember(struct chip *c)
{
	int i;

	for (i = 0; i < OUTPUTS; i++) {
		u32 us = width(c, i);

		if (!us)
			continue;
		if (!c->narrowest[i] || us < c->narrowest[i])
			c->narrowest[i] = us;
		if (us > c->widest[i])
			c->widest[i] = us;
	}
}

static void write_mode1(struct chip *c, u8 v)
{
	u8 restart = c->reg[MODE1] & RESTART;

	if (!(c->reg[MODE1] & SLEEP) && v & SLEEP)
		restart = RESTART;
	else if (v & RESTART)
		restart = 0;
	c->reg[MODE1] = (v & ~RESTART) | restart;
}

static void write_register(struct chip *c, u8 at, u8 v)
{
	int i;

	if (at == MODE1) {
		write_mode1(c, v);
	} else if (at == PRE_SCALE) {
		if (c->reg[MODE1] & SLEEP)
			c->reg[at] = max_t(u8, v, 3);
		else
			c->prescale_awake++;
	} else if (at >= ALL_LED && at <= ALL_LED_LAST) {
		for (i = 0; i < OUTPUTS; i++)
			c->reg[LED0 + 4 * i + at - ALL_LED] = v;
	} else {
		if (at >= LED0 && at <= LED_LAST && c->reg[MODE1] & SLEEP)
			c->led_asleep++;
		c->reg[at] = v;
	}
}

static u8 next(struct chip *c, u8 at)
{
	if (!(c->reg[MODE1] & AI))
		return at;
	return at == LED_LAST || at == 0xff ? 0 : at + 1;
}

static void transfer(struct chip *c, struct i2c_msg *m)
{
	int i;

	c->transfers++;
	if (m->flags & I2C_M_RD) {
		for (i = 0; i < m->len; i++) {
			m->buf[i] = c->reg[c->pointer];
			c->pointer = next(c, c->pointer);
		}
		return;
	}
	if (m->len > 2 && !(c->reg[MODE1] & AI))
		c->without_ai++;
	if (m->len)
		c->pointer = m->buf[0];
	for (i = 1; i < m->len; i++) {
		write_register(c, c->pointer, m->buf[i]);
		c->pointer = next(c, c->pointer);
	}
	remember(c);
}

static int bus_xfer(struct i2c_adapter *bus, struct i2c_msg *m, int n)
{
	int i, rc = n;

	mutex_lock(&lock);
	for (i = 0; i < n; i++) {
		unsigned int which = m[i].addr - FIRST_ADDRESS;

		if (which >= CHIPS) {
			rc = -ENXIO;
			break;
		}
		if (chips[which].silent || chips[which].refuse) {
			if (chips[which].refuse)
				chips[which].refuse--;
			chips[which].refused++;
			rc = -ENXIO;
			break;
		}
		transfer(&chips[which], &m[i]);
	}
	mutex_unlock(&lock);
	return rc;
}

static u32 bus_can(struct i2c_adapter *bus)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL;
}

static const struct i2c_algorithm algorithm = { .xfer = bus_xfer, .functionality = bus_can };
static struct i2c_adapter bus = { .owner = THIS_MODULE, .name = "pca9685-sim", .algo = &algorithm, .nr = 1 };

static int outputs_show(struct seq_file *f, void *unused)
{
	struct chip *c = f->private;
	int i;

	mutex_lock(&lock);
	for (i = 0; i < OUTPUTS; i++) {
		if (width(c, i))
			seq_printf(f, "%d %u\n", i, width(c, i));
		else
			seq_printf(f, "%d off\n", i);
	}
	mutex_unlock(&lock);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(outputs);

static int faults_show(struct seq_file *f, void *unused)
{
	struct chip *c = f->private;

	seq_printf(f, "transfers=%u refused=%u without_ai=%u prescale_awake=%u led_asleep=%u\n", c->transfers, c->refused,
		   c->without_ai, c->prescale_awake, c->led_asleep);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(faults);

static int widths_show(struct seq_file *f, void *unused)
{
	struct chip *c = f->private;
	int i;

	for (i = 0; i < OUTPUTS; i++)
		if (c->widest[i])
			seq_printf(f, "%d %u %u\n", i, c->narrowest[i], c->widest[i]);
	return 0;
}

static int widths_open(struct inode *inode, struct file *file)
{
	return single_open(file, widths_show, inode->i_private);
}

static ssize_t widths_write(struct file *file, const char __user *text, size_t n, loff_t *at)
{
	struct chip *c = ((struct seq_file *)file->private_data)->private;

	mutex_lock(&lock);
	memset(c->narrowest, 0, sizeof(c->narrowest));
	memset(c->widest, 0, sizeof(c->widest));
	mutex_unlock(&lock);
	return n;
}

static const struct file_operations widths_fops = {
	.owner = THIS_MODULE,
	.open = widths_open,
	.read = seq_read,
	.write = widths_write,
	.llseek = seq_lseek,
	.release = single_release,
};

static int brown_out(void *data, u64 value)
{
	mutex_lock(&lock);
	power_on(data);
	mutex_unlock(&lock);
	return 0;
}
DEFINE_DEBUGFS_ATTRIBUTE(brown_out_fops, NULL, brown_out, "%llu\n");

static struct dentry *dirs[CHIPS];

static int __init start(void)
{
	static const char * const names[CHIPS] = { "pca9685-40", "pca9685-41" };
	int i, rc = i2c_add_numbered_adapter(&bus);

	if (rc)
		return rc;
	for (i = 0; i < CHIPS; i++) {
		power_on(&chips[i]);
		dirs[i] = debugfs_create_dir(names[i], NULL);
		debugfs_create_file("outputs", 0444, dirs[i], &chips[i], &outputs_fops);
		debugfs_create_file("widths", 0644, dirs[i], &chips[i], &widths_fops);
		debugfs_create_file("faults", 0444, dirs[i], &chips[i], &faults_fops);
		debugfs_create_file("brown_out", 0200, dirs[i], &chips[i], &brown_out_fops);
		debugfs_create_u32("refuse", 0644, dirs[i], &chips[i].refuse);
		debugfs_create_u32("silent", 0644, dirs[i], &chips[i].silent);
	}
	return 0;
}

static void __exit end(void)
{
	int i;

	for (i = 0; i < CHIPS; i++)
		debugfs_remove_recursive(dirs[i]);
	i2c_del_adapter(&bus);
}

module_init(start);
module_exit(end);
MODULE_DESCRIPTION("Simulated PCA9685 chips for driver tests");
MODULE_LICENSE("GPL");
