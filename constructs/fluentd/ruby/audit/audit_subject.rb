# frozen_string_literal: true

module Efk
  # What an event of an audit log is about, in the words of rules. What it does not say is nil.
  module AuditSubject
    module_function

    def of(fields)
      object = hash(fields['objectRef'])
      {
        'verb' => fields['verb'], 'level' => fields['level'], 'stage' => fields['stage'],
        'user' => hash(fields['user'])['username'], 'code' => hash(fields['responseStatus'])['code'],
        'resource' => resource(object), 'namespace' => object['namespace']
      }
    end

    # As a policy of the API server names it: `pods` is no `pods/exec`.
    def resource(object)
      name, part = object.values_at('resource', 'subresource')
      part.nil? || name.nil? ? name : "#{name}/#{part}"
    end

    def hash(value)
      value.is_a?(Hash) ? value : {}
    end
  end
end
