package org.passerelle.platform.mongo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.passerelle.platform.mongo.StoredBackend;
import org.passerelle.platform.mongo.StoredRows;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.disk.DiskFolder;

class InProcessServerTests {

    private static final int CLIENTS = 16;

    @TempDir
    private Path folder;

    private InProcessServer server;

    private DocumentLog log;

    @BeforeEach
    void open() throws IOException {
        StoredRows rows = new StoredRows();
        log = DocumentLog.open(new DiskFolder(folder), LogSettings.USUAL, Clock.systemUTC(), rows);
        server = new InProcessServer(new StoredBackend(log, rows));
    }

    @AfterEach
    void close() {
        server.close();
        log.close();
    }

    private MongoClient client(boolean byTheTransport) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(EmbeddedMongo.address())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS));
        if (byTheTransport) {
            InProcessTransport.apply(settings, server);
        }
        return MongoClients.create(settings.build());
    }

    private Socket connected() throws Exception {
        Socket socket = new InProcessSocketFactory(server).createSocket();
        socket.connect(new InetSocketAddress(0));
        return socket;
    }

    @Test
    void answersManyClientsAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (MongoClient client = client(true)) {
            MongoCollection<Document> things = client.getDatabase("passerelle").getCollection("things");

            List<Future<?>> inserts = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(id -> clients.submit(() -> things.insertOne(new Document("_id", id))))
                    .toList();
            for (Future<?> insert : inserts) {
                insert.get(20, TimeUnit.SECONDS);
            }

            assertThat(things.countDocuments()).isEqualTo(200);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void carriesMessagesOfManyMegabytesBothWays() {
        byte[] large = new byte[12 << 20];
        Arrays.fill(large, (byte) 7);
        try (MongoClient client = client(true)) {
            MongoCollection<Document> things = client.getDatabase("passerelle").getCollection("things");

            things.insertOne(new Document("_id", 1).append("large", large));

            assertThat(things.find().first().get("large", Binary.class).getData())
                    .isEqualTo(large);
        }
    }

    @Test
    void isNotFoundByADriverWithoutTheTransport() {
        try (MongoClient client = client(false)) {
            assertThatExceptionOfType(MongoTimeoutException.class)
                    .isThrownBy(() -> client.getDatabase("passerelle").runCommand(new Document("ping", 1)));
        }
    }

    /** The caller writes to the file itself, which must not close under an interrupt. */
    @Test
    void keepsTheStoreOpenWhenACallerIsInterrupted() throws Exception {
        try (MongoClient client = client(true);
                Socket socket = connected()) {
            Thread.currentThread().interrupt();
            socket.getOutputStream().write(insertOf(2));
            int answered = socket.getInputStream().read(new byte[16]);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answered).isEqualTo(16);

            MongoCollection<Document> things = client.getDatabase("passerelle").getCollection("things");
            things.insertOne(new Document("_id", 3));

            assertThat(things.distinct("_id", Integer.class)).containsExactlyInAnyOrder(2, 3);
        }
    }

    /** An OP_MSG of one body. */
    private static byte[] insertOf(int id) {
        ByteBuffer body = RawBsonDocument.parse("{insert: 'things', documents: [{_id: " + id + "}], $db: 'passerelle'}")
                .getByteBuffer()
                .asNIO();
        int length = 21 + body.remaining();
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(2013)
                .putInt(0)
                .put((byte) 0)
                .put(body)
                .array();
    }

    @Test
    void givesUpWaitingAfterTheTimeoutOfTheReader() throws Exception {
        try (Socket socket = connected()) {
            socket.setSoTimeout(20);
            InputStream replies = socket.getInputStream();

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(replies::read);
        }
    }

    @Test
    void wakesAReaderWhoseSocketIsClosed() throws Exception {
        Socket socket = connected();
        InputStream replies = socket.getInputStream();
        AtomicReference<Integer> read = new AtomicReference<>();
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            reading.countDown();
            try {
                read.set(replies.read());
            } catch (IOException e) {
                read.set(-2);
            }
        });
        reader.start();
        reading.await();

        socket.close();

        await().untilAsserted(() -> assertThat(read.get()).isEqualTo(-1));
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() ->
                        socket.getOutputStream().write(new byte[] {16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    @Test
    void endsAConnectionThatSpeaksAnotherLanguage() throws Exception {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(new byte[] {16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 99, 99, 0, 0});

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void refusesConnectionsOnceItIsClosed() {
        server.close();

        assertThatThrownBy(this::connected).hasMessage("The embedded database is closed");
    }
}
