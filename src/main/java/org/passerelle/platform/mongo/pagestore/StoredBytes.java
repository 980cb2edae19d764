package org.passerelle.platform.mongo.pagestore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A value as it was written, a length and so many bytes. The order of the maps was another one, and is not asked for here. */
final class StoredBytes extends BasicDataType<byte[]> {

    static final StoredBytes TYPE = new StoredBytes();

    @Override
    public int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    @Override
    public int getMemory(byte[] value) {
        return value.length + 16;
    }

    @Override
    public void write(WriteBuffer target, byte[] value) {
        throw new UnsupportedOperationException("Only read");
    }

    @Override
    public byte[] read(ByteBuffer source) {
        byte[] bytes = new byte[DataUtils.readVarInt(source)];
        source.get(bytes);
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
