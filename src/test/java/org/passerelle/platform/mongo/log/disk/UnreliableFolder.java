package org.passerelle.platform.mongo.log.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.DiskCall;
import org.passerelle.platform.mongo.log.PowerCut;
import org.passerelle.platform.mongo.log.UnreliableFile;

/**
 * A folder in memory, of a machine whose power can be cut: then only what was synced is certain, and anything may have
 * become of the rest, as SQLite's tests have it. Calls can be made to fail, and the disk can be full.
 */
public final class UnreliableFolder implements LogFolder {

    /** What became of each name since the folder was last synced; first what the disk holds. Null is none. */
    private final Map<String, List<@Nullable UnreliableFile>> entries = new TreeMap<>();

    private final Random random;

    /** Copies of what files have held, which a lost sector may show again where it was newly allocated. */
    private final List<byte[]> leftovers = new ArrayList<>();

    private final Map<String, byte[]> preserved = new TreeMap<>();

    private DiskCall.Faults faults = DiskCall.Faults.NONE;
    private long capacity = Long.MAX_VALUE;
    private long callsLeft = Long.MAX_VALUE;
    private boolean off;

    public UnreliableFolder(Random random) {
        this.random = random;
    }

    public UnreliableFolder(Map<String, byte[]> files, Random random) {
        this(random);
        files.forEach((name, bytes) -> {
            List<@Nullable UnreliableFile> states = new ArrayList<>();
            states.add(new UnreliableFile(bytes));
            entries.put(name, states);
        });
    }

    /** The power goes after so many more calls: in the middle of the last one. */
    public synchronized void cutAfter(long calls) {
        callsLeft = calls;
    }

    public synchronized boolean isOff() {
        return off;
    }

    public synchronized void failing(DiskCall.Faults which) {
        faults = which;
    }

    /** The disk has room for so many bytes in all. */
    public synchronized void capacity(long bytes) {
        capacity = bytes;
    }

    public synchronized long used() {
        return entries.values().stream()
                .map(states -> states.get(states.size() - 1))
                .filter(Objects::nonNull)
                .mapToLong(UnreliableFile::size)
                .sum();
    }

    /** What is found after the power was cut. Whoever still uses this folder gets nothing but exceptions. */
    public synchronized Map<String, byte[]> cut() {
        off = true;
        PowerCut cut = new PowerCut(random, leftovers);
        Map<String, byte[]> found = new LinkedHashMap<>();
        entries.forEach((name, states) -> {
            UnreliableFile kept = cut.oneOf(states);
            if (kept != null) {
                found.put(name, kept.after(cut));
            }
        });
        return found;
    }

    /** The machine goes on after the program was killed: what was written is there, and as little synced as before. */
    public synchronized UnreliableFolder killed() {
        off = true;
        UnreliableFolder next = new UnreliableFolder(random);
        entries.forEach((name, states) -> next.entries.put(name, new ArrayList<>(states)));
        next.leftovers.addAll(leftovers);
        return next;
    }

    /** Another byte is read there from now on, and stands on the disk. */
    public synchronized void damage(String name, int at) {
        UnreliableFile file = file(name);
        if (file == null) {
            throw new AssertionError(name);
        }
        byte[] other = {(byte) ~file.contents()[at]};
        file.write(at, other, 0, 1);
        file.endSync(file.beginSync());
    }

    /** What a program reads now. */
    public synchronized Map<String, byte[]> contents() {
        Map<String, byte[]> all = new TreeMap<>();
        entries.forEach((name, states) -> {
            UnreliableFile file = states.get(states.size() - 1);
            if (file != null) {
                all.put(name, file.contents());
            }
        });
        return all;
    }

    /** To be called at the begin of each call, under this monitor. */
    void begin(DiskCall call, String file) throws IOException {
        if (off) {
            throw new IOException("No power");
        }
        IOException fault = faults.on(call, file);
        if (fault != null) {
            throw fault;
        }
    }

    /** Whether the power goes in the middle of this call. */
    boolean goesOff() {
        if (callsLeft != Long.MAX_VALUE && --callsLeft <= 0) {
            off = true;
        }
        return off;
    }

    Random random() {
        return random;
    }

    public long room() {
        return Math.max(0, capacity - used());
    }

    private synchronized void endCall() throws IOException {
        if (goesOff()) {
            throw new IOException("No power");
        }
    }

    @Override
    public synchronized List<String> names() throws IOException {
        begin(DiskCall.NAMES, "");
        endCall();
        return List.copyOf(contents().keySet());
    }

    @Override
    public synchronized LogFile open(String name) throws IOException {
        begin(DiskCall.OPEN, name);
        UnreliableFile file = file(name);
        if (file == null) {
            file = new UnreliableFile(new byte[0]);
            states(name).add(file);
        }
        endCall();
        return new UnreliableHandle(this, name, file);
    }

    private List<@Nullable UnreliableFile> states(String name) {
        return entries.computeIfAbsent(name, any -> {
            List<@Nullable UnreliableFile> states = new ArrayList<>();
            states.add(null);
            return states;
        });
    }

    @Nullable
    UnreliableFile file(String name) {
        List<@Nullable UnreliableFile> states = entries.get(name);
        return states == null ? null : states.get(states.size() - 1);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        begin(DiskCall.DELETE, name);
        UnreliableFile file = file(name);
        if (file != null) {
            leftovers.add(file.contents());
            states(name).add(null);
        }
        endCall();
    }

    @Override
    public synchronized void sync() throws IOException {
        begin(DiskCall.FOLDER_SYNC, "");
        endCall();
        entries.values().forEach(states -> states.subList(0, states.size() - 1).clear());
    }

    @Override
    public synchronized long usableBytes() throws IOException {
        begin(DiskCall.SPACE, "");
        return room();
    }

    /** Durable at once: whether the evidence is whole is nothing that the log depends on. */
    @Override
    public synchronized void preserve(String name, String beside) throws IOException {
        begin(DiskCall.OPEN, name);
        UnreliableFile file = file(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        preserved.put(beside + "/" + name, file.contents());
        endCall();
    }

    public synchronized Map<String, byte[]> preserved() {
        return Map.copyOf(preserved);
    }

    @Override
    public String describeBeside(String beside) {
        return "memory/../" + beside;
    }

    @Override
    public String describe(String name) {
        return "memory/" + name;
    }
}
