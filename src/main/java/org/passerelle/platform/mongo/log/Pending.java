package org.passerelle.platform.mongo.log;

import org.jspecify.annotations.Nullable;

/**
 * A record that was written and is not yet known to be on the disk. Kept whole, because after a failed sync nobody knows
 * what the file holds, and it has to be written once more elsewhere.
 *
 * @param chain up to this record
 * @param image whose newest record this is; null if it puts none
 * @param place of the image
 */
record Pending(
        RecordHead head,
        byte[] record,
        long chain,
        @Nullable StoredImage image,
        @Nullable ImagePosition place) {}
