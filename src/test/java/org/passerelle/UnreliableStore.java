package org.passerelle;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.passerelle.platform.StoreStatus;
import org.passerelle.platform.store.StoreFailure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The store of the program, which fails as a test wants it to: what its driver is answered is what the embedded one answers. */
public final class UnreliableStore implements StoreStatus {

    /** What goes wrong. */
    public enum Fault {
        NONE,
        WRITES_REFUSED,
        /** The disk fails after it was written, as in a sync. */
        WRITES_UNCERTAIN,
        READS_FAILING
    }

    private static final Set<String> WRITES = Set.of(
            "insertOne",
            "insertMany",
            "updateOne",
            "updateMany",
            "replaceOne",
            "deleteOne",
            "deleteMany",
            "bulkWrite",
            "findOneAndUpdate",
            "findOneAndReplace",
            "findOneAndDelete");
    private static final Set<String> READS = Set.of("find", "aggregate", "countDocuments", "distinct");

    private volatile Fault fault = Fault.NONE;
    private volatile StoreState state = StoreState.WORKING;

    /** @param wanted from now on */
    public void fail(Fault wanted) {
        fault = wanted;
    }

    public void say(Level level, String reason) {
        state = new StoreState(level, reason);
    }

    public void work() {
        fault = Fault.NONE;
        state = StoreState.WORKING;
    }

    @Override
    public StoreState now() {
        return state;
    }

    private <T> T wrapped(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        boolean writes = target instanceof MongoCollection<?> && WRITES.contains(method.getName());
        boolean reads = target instanceof MongoCollection<?> && READS.contains(method.getName());
        if (writes && fault == Fault.WRITES_REFUSED || reads && fault == Fault.READS_FAILING) {
            throw failure("store unavailable: test");
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (writes && fault == Fault.WRITES_UNCERTAIN) {
            throw failure("store unavailable, " + StoreFailure.OUTCOME_UNKNOWN + ": test");
        }
        if (result instanceof MongoDatabase database) {
            return wrapped(MongoDatabase.class, database);
        }
        return result instanceof MongoCollection<?> collection ? wrapped(MongoCollection.class, collection) : result;
    }

    /** As the driver reads it from the answer of the embedded store. */
    public static MongoCommandException failure(String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(StoreFailure.OUT_OF_DISK_SPACE))
                        .append("errmsg", new BsonString(message)),
                new ServerAddress());
    }

    /** Puts it into the program of a test. */
    @TestConfiguration
    public static class Wiring {

        @Bean
        @Primary
        static UnreliableStore unreliableStore() {
            return new UnreliableStore();
        }

        @Bean
        static BeanPostProcessor unreliableDatabases(ObjectProvider<UnreliableStore> store) {
            return new BeanPostProcessor() {

                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof MongoDatabaseFactory databases
                            ? store.getObject().wrapped(MongoDatabaseFactory.class, databases)
                            : bean;
                }
            };
        }
    }
}
