package org.passerelle.platform.mongo.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What one file holds: on the disk, and in the memory of the machine. Used under the monitor of its folder. */
public final class UnreliableFile {

    private static final int SECTOR = 512;

    private byte[] disk;
    private byte[] cached;

    /** Of what is cached; zeros follow. */
    private int size;

    /** What each sector has held since it was last synced, oldest first. */
    private final Map<Integer, List<byte[]>> dirty = new HashMap<>();

    /** The sizes since the last sync, oldest first. */
    private final List<Integer> sizes = new ArrayList<>();

    /** Where a sync began: what it makes durable. */
    public record Began(Map<Integer, byte[]> sectors, int size) {}

    public UnreliableFile(byte[] bytes) {
        this.disk = bytes;
        this.cached = bytes.clone();
        this.size = bytes.length;
    }

    public int size() {
        return size;
    }

    public byte[] contents() {
        return Arrays.copyOf(cached, size);
    }

    public void read(int position, byte[] target, int offset, int length) {
        System.arraycopy(cached, position, target, offset, length);
    }

    public void write(int position, byte[] source, int offset, int length) {
        if (length == 0) {
            return;
        }
        if (position + length > cached.length) {
            cached = Arrays.copyOf(cached, 2 * (position + length));
        }
        System.arraycopy(source, offset, cached, position, length);
        changed(Math.max(size, position + length), position, position + length);
    }

    public void truncate(int shorter) {
        if (shorter < size) {
            int before = size;
            Arrays.fill(cached, shorter, before, (byte) 0);
            changed(shorter, shorter, before);
        }
    }

    private void changed(int now, int from, int to) {
        if (now != size) {
            sizes.add(now);
        }
        size = now;
        for (int sector = from / SECTOR; sector * SECTOR < to; sector++) {
            dirty.computeIfAbsent(sector, any -> new ArrayList<>()).add(sector(cached, sector));
        }
    }

    private static byte[] sector(byte[] bytes, int number) {
        byte[] sector = new byte[SECTOR];
        int from = number * SECTOR;
        if (from < bytes.length) {
            System.arraycopy(bytes, from, sector, 0, Math.min(SECTOR, bytes.length - from));
        }
        return sector;
    }

    public Began beginSync() {
        Map<Integer, byte[]> now = new HashMap<>();
        dirty.forEach((number, states) -> now.put(number, states.get(states.size() - 1)));
        return new Began(now, size);
    }

    /** What was there when it began is on the disk; what has come since may be, or not. */
    public void endSync(Began began) {
        disk = Arrays.copyOf(disk, began.size());
        began.sectors().forEach((number, bytes) -> {
            put(disk, number, bytes);
            List<byte[]> states = dirty.get(number);
            if (states != null) {
                for (int i = 0; i < states.size(); i++) {
                    if (states.get(i) == bytes) {
                        states.subList(0, i + 1).clear();
                    }
                }
                if (states.isEmpty()) {
                    dirty.remove(number);
                }
            }
        });
        sizes.clear();
        if (size != began.size()) {
            sizes.add(size);
        }
    }

    /**
     * As systems do that forget after an error that something was to be written: a sector may have been, may be still to
     * be, may pass for written though it was not, or is what the disk has again.
     */
    public void failSync(Random random) {
        for (Iterator<Map.Entry<Integer, List<byte[]>>> all = dirty.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Integer, List<byte[]>> each = all.next();
            int fate = random.nextInt(4);
            byte[] newest = each.getValue().get(each.getValue().size() - 1);
            if (fate == 0) {
                disk = Arrays.copyOf(disk, Math.max(disk.length, size));
                put(disk, each.getKey(), newest);
            } else if (fate == 1) {
                put(cached, each.getKey(), sector(disk, each.getKey()));
            }
            if (fate != 3) {
                all.remove();
            }
        }
    }

    private static void put(byte[] bytes, int number, byte[] sector) {
        int from = number * SECTOR;
        if (from < bytes.length) {
            System.arraycopy(sector, 0, bytes, from, Math.min(SECTOR, bytes.length - from));
        }
    }

    public byte[] after(PowerCut cut) {
        List<Integer> possible = new ArrayList<>(List.of(disk.length));
        possible.addAll(sizes);
        byte[] found = Arrays.copyOf(disk, cut.oneOf(possible));
        dirty.forEach((number, states) -> {
            List<byte[]> all = new ArrayList<>(List.of(sector(disk, number)));
            all.addAll(states);
            put(found, number, cut.sector(all, number * SECTOR >= disk.length));
        });
        return found;
    }
}
