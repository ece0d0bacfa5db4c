package standin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.action.admin.indices.create.AutoCreateAction;
import org.elasticsearch.action.admin.indices.create.CreateIndexRequest;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.metadata.DataStream;
import org.elasticsearch.common.settings.Setting;
import org.elasticsearch.features.FeatureSpecification;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.mapper.Mapper;
import org.elasticsearch.index.mapper.TextFieldMapper;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.MapperPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.action.RestToXContentListener;

/**
 * Opens what the server can do and only modules that the distribution lacks let in: a route to create data streams, the
 * failure store, and a setting and a type of fields that templates name. What they do is the server's own work.
 */
public abstract class StandIn extends Plugin implements ActionPlugin, MapperPlugin {
    /** What the module of data streams announces. */
    public static class Features implements FeatureSpecification {
        @Override
        public Set<NodeFeature> getFeatures() {
            return Set.of(DataStream.DATA_STREAM_FAILURE_STORE_FEATURE);
        }
    }

    /** Makes the data stream that the first document would make. */
    private static class CreateDataStream extends BaseRestHandler {
        @Override
        public String getName() {
            return "create_data_stream";
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(RestRequest.Method.PUT, "/_data_stream/{name}"));
        }

        @Override
        protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
            var stream = new CreateIndexRequest(request.param("name"));
            return channel -> client.execute(AutoCreateAction.INSTANCE, stream, new RestToXContentListener<>(channel));
        }
    }

    /** Each version has a signature of its own for this. */
    protected Collection<RestHandler> handlers() {
        return List.of(new CreateDataStream());
    }

    /** The name of a policy that nobody carries out. */
    @Override
    public List<Setting<?>> getSettings() {
        return List.of(
            Setting.simpleString("index.lifecycle.name", Setting.Property.Dynamic, Setting.Property.IndexScope)
        );
    }

    /** The failure store has a field of this type. */
    @Override
    public Map<String, Mapper.TypeParser> getMappers() {
        return Map.of("match_only_text", TextFieldMapper.PARSER);
    }
}
