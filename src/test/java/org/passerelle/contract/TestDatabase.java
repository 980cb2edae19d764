package org.passerelle.contract;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.passerelle.platform.Migration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One database for a test class and the classes nested in it, as a start of the program leaves it: with all migrations applied. */
abstract class TestDatabase implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);
    static final String NAME = "passerelle";

    private static final String SUFFIX = ".class";

    /** Numbered as {@link Migration} says, so that not every class of the program has to be looked at. */
    private static final String MIGRATIONS = "classpath*:org/passerelle/**/M???_*" + SUFFIX;

    /** A client of the program's own kind, and what it needs as long as it is open. */
    interface Opened extends AutoCloseable {

        MongoClient client();

        @Override
        void close();
    }

    /** A database without documents. */
    abstract Opened open();

    @Override
    public final void beforeAll(ExtensionContext context) {
        if (context.getStore(NAMESPACE).get(MongoTemplate.class) == null) {
            Opened opened = open();
            MongoTemplate template = new MongoTemplate(opened.client(), NAME);
            migrations().forEach(migration -> migration.apply(template.getDb()));
            context.getStore(NAMESPACE).put(Opened.class, opened);
            context.getStore(NAMESPACE).put(MongoTemplate.class, template);
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MongoTemplate.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(MongoTemplate.class));
    }

    private static List<Migration> migrations() {
        try {
            List<Migration> all = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(MIGRATIONS)) {
                String path = resource.getURL().getPath();
                String name = path.substring(path.lastIndexOf("/org/passerelle/") + 1, path.length() - SUFFIX.length());
                all.add(migration(name.replace('/', '.')));
            }
            all.sort(Comparator.comparingInt(Migration::number));
            return all;
        } catch (IOException e) {
            throw new AssertionError("The migrations cannot be listed", e);
        }
    }

    private static Migration migration(String name) {
        try {
            var constructor = Class.forName(name).asSubclass(Migration.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name + " is numbered like a migration, and none that a test can make", e);
        }
    }
}
