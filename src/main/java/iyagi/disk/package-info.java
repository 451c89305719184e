/** Files on a disk whose power may be cut at any moment. */
package iyagi.disk;
