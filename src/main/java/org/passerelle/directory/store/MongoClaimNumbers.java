package org.passerelle.directory.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.file.Network;
import org.passerelle.directory.version.UsedRoomIds;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;

/**
 * All blocks in one document, which is only replaced by whoever read its latest version: of two nodes that give numbers
 * at the same time, one has to read again.
 */
class MongoClaimNumbers implements ClaimNumbers, UsedRoomIds {

    private static final String ID = "all";
    private static final int MOST_ATTEMPTS = 50;

    private final MongoOperations mongo;

    MongoClaimNumbers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Document("claimNumbers")
    record NumbersDocument(@Id String id, long version, int next, List<NumberBlocks.Block> blocks) {

        NumberBlocks toBlocks() {
            return new NumberBlocks(next, blocks);
        }
    }

    /** @throws OptimisticLockingFailureException if others were faster every time */
    @Override
    public Map<String, List<Integer>> of(Map<String, Integer> counts) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var stored = mongo.findById(ID, NumbersDocument.class);
            var known = stored == null ? NumberBlocks.NONE : stored.toBlocks();
            var provided = known.providing(counts);
            if (provided.equals(known) || write(stored, provided)) {
                return provided.numbers(counts);
            }
        }
        throw new OptimisticLockingFailureException("Numbers were given by others at the same time");
    }

    @Override
    public boolean isUsed(String room) {
        var stored = mongo.findById(ID, NumbersDocument.class);
        return stored != null
                && stored.blocks().stream()
                        .anyMatch(block -> block.claimant().equals(Network.claimant(new RoomId(room))));
    }

    private boolean write(@Nullable NumbersDocument stored, NumberBlocks blocks) {
        if (stored == null) {
            return insert(blocks);
        }
        var update = new Update().inc("version", 1).set("next", blocks.next()).set("blocks", blocks.blocks());
        var ifUnchanged = query(where("_id").is(ID).and("version").is(stored.version()));
        return mongo.updateFirst(ifUnchanged, update, NumbersDocument.class).getModifiedCount() == 1;
    }

    private boolean insert(NumberBlocks blocks) {
        try {
            mongo.insert(new NumbersDocument(ID, 1, blocks.next(), blocks.blocks()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
