package org.passerelle.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.passerelle.availability.index.Indexes;

/** Free rooms for an hour, in a network at 100 sites that is booked for 24 months. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FreeRoomsFigures {

    @Param("1000")
    public int rooms;

    @Param("2000")
    public int bookingsARoom;

    @SuppressWarnings("NullAway.Init")
    private RoomQuestions questions;

    @Setup(Level.Trial)
    public void build() {
        MadeNetwork network = MadeNetwork.of(new MadeNetwork.Size(rooms, 100, bookingsARoom, 24));
        questions = new RoomQuestions(network, Indexes.of(network, network, MadeNetwork.CLOCK));
    }

    @Benchmark
    public int findsRooms() {
        return questions.find();
    }

    @Benchmark
    public int looksAtEveryRoom() {
        return questions.scan();
    }
}
