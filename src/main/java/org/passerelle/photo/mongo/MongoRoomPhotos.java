package org.passerelle.photo.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.bson.types.Binary;
import org.passerelle.directory.RoomId;
import org.passerelle.photo.RoomPhoto;
import org.passerelle.photo.RoomPhotos;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** One document a room. */
@Component
class MongoRoomPhotos implements RoomPhotos {

    private static final String COLLECTION = "roomPhotos";

    private final MongoOperations mongo;

    MongoRoomPhotos(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Document(COLLECTION)
    record PhotoDocument(@Id String room, Binary jpeg, String tag, int width, int height) {}

    @Override
    public Optional<String> tag(RoomId room) {
        Query tag = of(room);
        tag.fields().include("tag");
        return Optional.ofNullable(mongo.findOne(tag, org.bson.Document.class, COLLECTION))
                .map(found -> found.getString("tag"));
    }

    @Override
    public Optional<RoomPhoto> find(RoomId room) {
        return Optional.ofNullable(mongo.findById(room.value(), PhotoDocument.class))
                .map(found -> new RoomPhoto(room, found.jpeg().getData(), found.tag(), found.width(), found.height()));
    }

    @Override
    public void put(RoomPhoto photo) {
        mongo.save(new PhotoDocument(
                photo.room().value(), new Binary(photo.jpeg()), photo.tag(), photo.width(), photo.height()));
    }

    @Override
    public void remove(RoomId room) {
        mongo.remove(of(room), PhotoDocument.class);
    }

    private static Query of(RoomId room) {
        return query(where("_id").is(room.value()));
    }
}
