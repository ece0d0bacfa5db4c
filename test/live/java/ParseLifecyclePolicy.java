import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import org.elasticsearch.common.Strings;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.core.CheckedFunction;
import org.elasticsearch.xcontent.NamedXContentRegistry;
import org.elasticsearch.xcontent.ParseField;
import org.elasticsearch.xcontent.XContentParser;
import org.elasticsearch.xcontent.XContentParserConfiguration;
import org.elasticsearch.xcontent.XContentType;
import org.elasticsearch.xpack.core.ilm.*;

/**
 * Reads lifecycle policies, one per line of standard input (the value of `policy` in the request), with Elasticsearch's own
 * parser, and prints each as Elasticsearch would give it back, or `error: ` and its reason. Like the server, it refuses unknown
 * actions, actions in a phase that does not allow them, and phases that contradict each other.
 */
public class ParseLifecyclePolicy {
    public static void main(String[] arguments) throws Exception {
        LogConfigurator.configureESLogging();
        var registry = new NamedXContentRegistry(
            List.of(
                new NamedXContentRegistry.Entry(
                    LifecycleType.class,
                    new ParseField(TimeseriesLifecycleType.TYPE),
                    parser -> TimeseriesLifecycleType.INSTANCE
                ),
                action(AllocateAction.NAME, AllocateAction::parse),
                action(DeleteAction.NAME, DeleteAction::parse),
                action(DownsampleAction.NAME, DownsampleAction::parse),
                action(ForceMergeAction.NAME, ForceMergeAction::parse),
                action(MigrateAction.NAME, MigrateAction::parse),
                action(ReadOnlyAction.NAME, ReadOnlyAction::parse),
                action(RolloverAction.NAME, RolloverAction::parse),
                action(SearchableSnapshotAction.NAME, SearchableSnapshotAction::parse),
                action(SetPriorityAction.NAME, SetPriorityAction::parse),
                action(ShrinkAction.NAME, ShrinkAction::parse),
                action(UnfollowAction.NAME, UnfollowAction::parse),
                action(WaitForSnapshotAction.NAME, WaitForSnapshotAction::parse)
            )
        );
        var configuration = XContentParserConfiguration.EMPTY.withRegistry(registry);
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try (var parser = XContentType.JSON.xContent().createParser(configuration, line)) {
                var policy = LifecyclePolicy.parse(parser, "policy");
                policy.getType().validate(policy.getPhases().values());
                System.out.println(Strings.toString(policy));
            } catch (Exception error) {
                Throwable cause = error;
                while (cause.getCause() != null) cause = cause.getCause();
                System.out.println("error: " + cause.getMessage());
            }
        }
    }

    private static NamedXContentRegistry.Entry action(
        String name,
        CheckedFunction<XContentParser, ? extends LifecycleAction, java.io.IOException> parse
    ) {
        return new NamedXContentRegistry.Entry(LifecycleAction.class, new ParseField(name), parse::apply);
    }
}
