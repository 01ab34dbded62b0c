/* eslint-disable */
/* prettier-ignore */

export type introspection_types = {
  Absence: {
    kind: 'OBJECT';
    name: 'Absence';
    fields: {
      delegate: { name: 'delegate'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      from: {
        name: 'from';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalDate'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      note: { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      to: {
        name: 'to';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalDate'; ofType: null } };
      };
    };
  };
  AbsencePayload: {
    kind: 'OBJECT';
    name: 'AbsencePayload';
    fields: {
      absence: {
        name: 'absence';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Absence'; ofType: null } };
      };
    };
  };
  AcceptInvitationInput: {
    kind: 'INPUT_OBJECT';
    name: 'AcceptInvitationInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'code';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'handle';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'password';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'timeZone';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'TimeZone'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  AccessToken: {
    kind: 'OBJECT';
    name: 'AccessToken';
    fields: {
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      expiresAt: { name: 'expiresAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      lastUsedAt: { name: 'lastUsedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      scopes: {
        name: 'scopes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'TokenScope'; ofType: null } };
          };
        };
      };
    };
  };
  AcknowledgeInput: {
    kind: 'INPUT_OBJECT';
    name: 'AcknowledgeInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'promisedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
    ];
  };
  AddAbsenceInput: {
    kind: 'INPUT_OBJECT';
    name: 'AddAbsenceInput';
    isOneOf: false;
    inputFields: [
      { name: 'delegateId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      {
        name: 'from';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalDate'; ofType: null } };
        defaultValue: null;
      },
      { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      {
        name: 'to';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalDate'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  AddChannelMembersInput: {
    kind: 'INPUT_OBJECT';
    name: 'AddChannelMembersInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'memberIds';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
          };
        };
        defaultValue: null;
      },
    ];
  };
  Administration: {
    kind: 'OBJECT';
    name: 'Administration';
    fields: {
      agreementVersions: {
        name: 'agreementVersions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'AgreementVersion'; ofType: null };
            };
          };
        };
      };
      auditEvents: {
        name: 'auditEvents';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'AuditEventConnection'; ofType: null } };
      };
      channels: {
        name: 'channels';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelConnection'; ofType: null } };
      };
      checks: {
        name: 'checks';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'HealthCheck'; ofType: null } };
          };
        };
      };
      digestDeliveries: {
        name: 'digestDeliveries';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'DigestDeliveryConnection'; ofType: null };
        };
      };
      digestPreview: {
        name: 'digestPreview';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestPreview'; ofType: null } };
      };
      failedJobs: {
        name: 'failedJobs';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'FailedJobConnection'; ofType: null } };
      };
      health: {
        name: 'health';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SystemHealth'; ofType: null } };
      };
      invitations: {
        name: 'invitations';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'InvitationConnection'; ofType: null } };
      };
      memberAccounts: {
        name: 'memberAccounts';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'MemberAccountConnection'; ofType: null };
        };
      };
      members: {
        name: 'members';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberConnection'; ofType: null } };
      };
      overview: {
        name: 'overview';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Overview'; ofType: null } };
      };
      queues: {
        name: 'queues';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'QueueState'; ofType: null } };
          };
        };
      };
      roles: {
        name: 'roles';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'RolePermissions'; ofType: null };
            };
          };
        };
      };
      settings: {
        name: 'settings';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Setting'; ofType: null } };
          };
        };
      };
      storage: {
        name: 'storage';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'StorageUse'; ofType: null } };
      };
      waitingHistory: {
        name: 'waitingHistory';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'WaitingSample'; ofType: null } };
          };
        };
      };
    };
  };
  Advice: {
    kind: 'OBJECT';
    name: 'Advice';
    fields: {
      code: {
        name: 'code';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      message: {
        name: 'message';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  Agreement: {
    kind: 'OBJECT';
    name: 'Agreement';
    fields: {
      defaultKind: {
        name: 'defaultKind';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ExpectationKind'; ofType: null } };
      };
      defaultTiming: {
        name: 'defaultTiming';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'TimingKind'; ofType: null } };
      };
      maxRecipients: {
        name: 'maxRecipients';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      text: {
        name: 'text';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Markdown'; ofType: null } };
      };
      urgentAllowed: {
        name: 'urgentAllowed';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      urgentBudgetPerWeek: {
        name: 'urgentBudgetPerWeek';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      urgentWindowMinutes: {
        name: 'urgentWindowMinutes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      version: {
        name: 'version';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  AgreementInput: {
    kind: 'INPUT_OBJECT';
    name: 'AgreementInput';
    isOneOf: false;
    inputFields: [
      { name: 'defaultKind'; type: { kind: 'ENUM'; name: 'ExpectationKind'; ofType: null }; defaultValue: null },
      { name: 'maxRecipients'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'text'; type: { kind: 'SCALAR'; name: 'Markdown'; ofType: null }; defaultValue: null },
      { name: 'urgentAllowed'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      { name: 'urgentBudgetPerWeek'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'urgentWindowMinutes'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
    ];
  };
  AgreementVersion: {
    kind: 'OBJECT';
    name: 'AgreementVersion';
    fields: {
      agreement: {
        name: 'agreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Agreement'; ofType: null } };
      };
      changedAt: {
        name: 'changedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      changedBy: { name: 'changedBy'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      version: {
        name: 'version';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  AnswerProposalInput: {
    kind: 'INPUT_OBJECT';
    name: 'AnswerProposalInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'accept';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  ArchiveChannelInput: {
    kind: 'INPUT_OBJECT';
    name: 'ArchiveChannelInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'archived';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  AuditEvent: {
    kind: 'OBJECT';
    name: 'AuditEvent';
    fields: {
      action: {
        name: 'action';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      actor: { name: 'actor'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      at: {
        name: 'at';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      ipAddress: { name: 'ipAddress'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      subject: {
        name: 'subject';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  AuditEventConnection: {
    kind: 'OBJECT';
    name: 'AuditEventConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'AuditEventEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'AuditEvent'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  AuditEventEdge: {
    kind: 'OBJECT';
    name: 'AuditEventEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'AuditEvent'; ofType: null } };
      };
    };
  };
  Boolean: unknown;
  ByteCount: unknown;
  CancelScheduledPostInput: {
    kind: 'INPUT_OBJECT';
    name: 'CancelScheduledPostInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'postId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  ChangeMemberRoleInput: {
    kind: 'INPUT_OBJECT';
    name: 'ChangeMemberRoleInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'memberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'role';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  ChangePasswordInput: {
    kind: 'INPUT_OBJECT';
    name: 'ChangePasswordInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'currentPassword';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'newPassword';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Channel: {
    kind: 'OBJECT';
    name: 'Channel';
    fields: {
      agreement: {
        name: 'agreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Agreement'; ofType: null } };
      };
      archivedAt: { name: 'archivedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      memberCount: {
        name: 'memberCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      members: {
        name: 'members';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberConnection'; ofType: null } };
      };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      owner: { name: 'owner'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      pinnedThreads: {
        name: 'pinnedThreads';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
          };
        };
      };
      purpose: {
        name: 'purpose';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      retentionDays: { name: 'retentionDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      slug: {
        name: 'slug';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      threads: {
        name: 'threads';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadConnection'; ofType: null } };
      };
      viewerInvolvement: {
        name: 'viewerInvolvement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Involvement'; ofType: null } };
      };
      viewerIsMember: {
        name: 'viewerIsMember';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      viewerUnreadCount: {
        name: 'viewerUnreadCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      visibility: {
        name: 'visibility';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ChannelVisibility'; ofType: null } };
      };
    };
  };
  ChannelBytes: {
    kind: 'OBJECT';
    name: 'ChannelBytes';
    fields: {
      bytes: {
        name: 'bytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
      channel: { name: 'channel'; type: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
    };
  };
  ChannelConnection: {
    kind: 'OBJECT';
    name: 'ChannelConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  ChannelEdge: {
    kind: 'OBJECT';
    name: 'ChannelEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
      };
    };
  };
  ChannelPayload: {
    kind: 'OBJECT';
    name: 'ChannelPayload';
    fields: {
      channel: {
        name: 'channel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
      };
    };
  };
  ChannelVisibility: { name: 'ChannelVisibility'; enumValues: 'DIRECT' | 'PRIVATE' | 'PUBLIC' };
  Chapter: {
    kind: 'OBJECT';
    name: 'Chapter';
    fields: {
      startSeconds: {
        name: 'startSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      title: {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  ChecklistItem: {
    kind: 'OBJECT';
    name: 'ChecklistItem';
    fields: {
      done: {
        name: 'done';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      key: {
        name: 'key';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  ConcludeThreadInput: {
    kind: 'INPUT_OBJECT';
    name: 'ConcludeThreadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'summary';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Markdown'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'withdrawOpenResponses'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: 'false' },
    ];
  };
  Conclusion: {
    kind: 'OBJECT';
    name: 'Conclusion';
    fields: {
      concludedAt: {
        name: 'concludedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      concludedBy: {
        name: 'concludedBy';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      summary: {
        name: 'summary';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Markdown'; ofType: null } };
      };
    };
  };
  CreateAccessTokenInput: {
    kind: 'INPUT_OBJECT';
    name: 'CreateAccessTokenInput';
    isOneOf: false;
    inputFields: [
      { name: 'expiresAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
      {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'scopes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'TokenScope'; ofType: null } };
          };
        };
        defaultValue: null;
      },
    ];
  };
  CreateAccessTokenPayload: {
    kind: 'OBJECT';
    name: 'CreateAccessTokenPayload';
    fields: {
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      secret: {
        name: 'secret';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  CreateChannelInput: {
    kind: 'INPUT_OBJECT';
    name: 'CreateChannelInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'memberIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      { name: 'purpose'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: '""' },
      { name: 'slug'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'visibility'; type: { kind: 'ENUM'; name: 'ChannelVisibility'; ofType: null }; defaultValue: 'PUBLIC' },
    ];
  };
  CreateInvitationLinkInput: {
    kind: 'INPUT_OBJECT';
    name: 'CreateInvitationLinkInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      { name: 'expiresInDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'role'; type: { kind: 'ENUM'; name: 'Role'; ofType: null }; defaultValue: null },
      { name: 'uses'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
    ];
  };
  CreateUploadInput: {
    kind: 'INPUT_OBJECT';
    name: 'CreateUploadInput';
    isOneOf: false;
    inputFields: [
      { name: 'byteSize'; type: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null }; defaultValue: null },
      {
        name: 'filename';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'mimeType';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  CreateUploadPayload: {
    kind: 'OBJECT';
    name: 'CreateUploadPayload';
    fields: {
      media: {
        name: 'media';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      };
      uploadUrl: {
        name: 'uploadUrl';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      };
    };
  };
  CsvInvitation: {
    kind: 'OBJECT';
    name: 'CsvInvitation';
    fields: {
      email: {
        name: 'email';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      invited: {
        name: 'invited';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      line: {
        name: 'line';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      problem: { name: 'problem'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
    };
  };
  DateTime: unknown;
  DeactivateMemberInput: {
    kind: 'INPUT_OBJECT';
    name: 'DeactivateMemberInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'memberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  DecideInput: {
    kind: 'INPUT_OBJECT';
    name: 'DecideInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'choice';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ];
  };
  DeclineResponseInput: {
    kind: 'INPUT_OBJECT';
    name: 'DeclineResponseInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'reason';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  DelegateResponseInput: {
    kind: 'INPUT_OBJECT';
    name: 'DelegateResponseInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      {
        name: 'toMemberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  DeleteMediaInput: {
    kind: 'INPUT_OBJECT';
    name: 'DeleteMediaInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'mediaId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  DeleteMediaPayload: {
    kind: 'OBJECT';
    name: 'DeleteMediaPayload';
    fields: {
      deletedId: {
        name: 'deletedId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
      };
    };
  };
  DeletePostInput: {
    kind: 'INPUT_OBJECT';
    name: 'DeletePostInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'postId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Digest: {
    kind: 'OBJECT';
    name: 'Digest';
    fields: {
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      periodEnd: {
        name: 'periodEnd';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      periodStart: {
        name: 'periodStart';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      sections: {
        name: 'sections';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestSection'; ofType: null } };
          };
        };
      };
    };
  };
  DigestConnection: {
    kind: 'OBJECT';
    name: 'DigestConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Digest'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  DigestDelivery: {
    kind: 'OBJECT';
    name: 'DigestDelivery';
    fields: {
      byEmail: {
        name: 'byEmail';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      failure: { name: 'failure'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      member: {
        name: 'member';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      periodEnd: {
        name: 'periodEnd';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      sentAt: { name: 'sentAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
    };
  };
  DigestDeliveryConnection: {
    kind: 'OBJECT';
    name: 'DigestDeliveryConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'DigestDeliveryEdge'; ofType: null };
            };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestDelivery'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  DigestDeliveryEdge: {
    kind: 'OBJECT';
    name: 'DigestDeliveryEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestDelivery'; ofType: null } };
      };
    };
  };
  DigestEdge: {
    kind: 'OBJECT';
    name: 'DigestEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Digest'; ofType: null } };
      };
    };
  };
  DigestEntry: {
    kind: 'OBJECT';
    name: 'DigestEntry';
    fields: {
      excerpt: {
        name: 'excerpt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      expectedResponse: { name: 'expectedResponse'; type: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null } };
      listeningSeconds: {
        name: 'listeningSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      post: {
        name: 'post';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      };
      readingSeconds: {
        name: 'readingSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      thread: {
        name: 'thread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      };
    };
  };
  DigestPreview: {
    kind: 'OBJECT';
    name: 'DigestPreview';
    fields: {
      empty: {
        name: 'empty';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      html: {
        name: 'html';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      nextAt: { name: 'nextAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      subject: {
        name: 'subject';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      text: {
        name: 'text';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  DigestSchedule: {
    kind: 'OBJECT';
    name: 'DigestSchedule';
    fields: {
      byEmail: {
        name: 'byEmail';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      days: {
        name: 'days';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Weekday'; ofType: null } };
          };
        };
      };
      enabled: {
        name: 'enabled';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      times: {
        name: 'times';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalTime'; ofType: null } };
          };
        };
      };
    };
  };
  DigestScheduleInput: {
    kind: 'INPUT_OBJECT';
    name: 'DigestScheduleInput';
    isOneOf: false;
    inputFields: [
      { name: 'byEmail'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      {
        name: 'days';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Weekday'; ofType: null } };
        };
        defaultValue: null;
      },
      { name: 'enabled'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      {
        name: 'times';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalTime'; ofType: null } };
        };
        defaultValue: null;
      },
    ];
  };
  DigestSchedulePayload: {
    kind: 'OBJECT';
    name: 'DigestSchedulePayload';
    fields: {
      digestSchedule: {
        name: 'digestSchedule';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestSchedule'; ofType: null } };
      };
    };
  };
  DigestSection: {
    kind: 'OBJECT';
    name: 'DigestSection';
    fields: {
      entries: {
        name: 'entries';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestEntry'; ofType: null } };
          };
        };
      };
      kind: {
        name: 'kind';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'DigestSectionKind'; ofType: null } };
      };
    };
  };
  DigestSectionKind: {
    name: 'DigestSectionKind';
    enumValues: 'ANSWERS_TO_YOU' | 'CONCLUSIONS' | 'FOLLOWED' | 'FYI' | 'MENTIONS' | 'YOU_OWE';
  };
  DiscardDraftInput: {
    kind: 'INPUT_OBJECT';
    name: 'DiscardDraftInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'draftId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  DiscardDraftPayload: {
    kind: 'OBJECT';
    name: 'DiscardDraftPayload';
    fields: {
      discardedId: {
        name: 'discardedId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
      };
    };
  };
  Draft: {
    kind: 'OBJECT';
    name: 'Draft';
    fields: {
      body: {
        name: 'body';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Markdown'; ofType: null } };
      };
      channel: { name: 'channel'; type: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
      expectationJson: { name: 'expectationJson'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      media: {
        name: 'media';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
          };
        };
      };
      publishAt: { name: 'publishAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      thread: { name: 'thread'; type: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      title: {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      updatedAt: {
        name: 'updatedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
    };
  };
  DraftConnection: {
    kind: 'OBJECT';
    name: 'DraftConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DraftEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Draft'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  DraftEdge: {
    kind: 'OBJECT';
    name: 'DraftEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Draft'; ofType: null } };
      };
    };
  };
  DraftPayload: {
    kind: 'OBJECT';
    name: 'DraftPayload';
    fields: {
      draft: {
        name: 'draft';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Draft'; ofType: null } };
      };
    };
  };
  DueTimeProposal: {
    kind: 'OBJECT';
    name: 'DueTimeProposal';
    fields: {
      accepted: { name: 'accepted'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      dueAt: {
        name: 'dueAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      note: { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      proposedAt: {
        name: 'proposedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
    };
  };
  EditPostInput: {
    kind: 'INPUT_OBJECT';
    name: 'EditPostInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'body';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Markdown'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'postId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  EditTranscriptInput: {
    kind: 'INPUT_OBJECT';
    name: 'EditTranscriptInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'mediaId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'segments';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'INPUT_OBJECT'; name: 'TranscriptSegmentInput'; ofType: null };
            };
          };
        };
        defaultValue: null;
      },
    ];
  };
  EmailAddress: unknown;
  ErrorCode: {
    name: 'ErrorCode';
    enumValues:
      | 'CONFLICT'
      | 'FORBIDDEN'
      | 'INTERNAL'
      | 'INVALID_INPUT'
      | 'NOT_FOUND'
      | 'QUERY_TOO_COSTLY'
      | 'RATE_LIMITED'
      | 'UNAUTHENTICATED';
  };
  Expectation: {
    kind: 'OBJECT';
    name: 'Expectation';
    fields: {
      by: { name: 'by'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      choices: {
        name: 'choices';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
          };
        };
      };
      fulfilled: {
        name: 'fulfilled';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      kind: {
        name: 'kind';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ExpectationKind'; ofType: null } };
      };
      quorum: {
        name: 'quorum';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Quorum'; ofType: null } };
      };
      responses: {
        name: 'responses';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null };
            };
          };
        };
      };
      timing: {
        name: 'timing';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'TimingKind'; ofType: null } };
      };
      urgencyReason: { name: 'urgencyReason'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      workingDays: { name: 'workingDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      workingHours: { name: 'workingHours'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
    };
  };
  ExpectationInput: {
    kind: 'INPUT_OBJECT';
    name: 'ExpectationInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'choices';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        };
        defaultValue: null;
      },
      {
        name: 'kind';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ExpectationKind'; ofType: null } };
        defaultValue: null;
      },
      { name: 'quorum'; type: { kind: 'ENUM'; name: 'Quorum'; ofType: null }; defaultValue: 'EACH' },
      {
        name: 'recipientIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      { name: 'timing'; type: { kind: 'INPUT_OBJECT'; name: 'TimingInput'; ofType: null }; defaultValue: null },
    ];
  };
  ExpectationKind: { name: 'ExpectationKind'; enumValues: 'ACKNOWLEDGE' | 'DECIDE' | 'FYI' | 'REPLY' };
  ExpectationPreview: {
    kind: 'OBJECT';
    name: 'ExpectationPreview';
    fields: {
      advice: {
        name: 'advice';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Advice'; ofType: null } };
          };
        };
      };
      recipients: {
        name: 'recipients';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'RecipientPreview'; ofType: null };
            };
          };
        };
      };
      urgentBudgetLeft: {
        name: 'urgentBudgetLeft';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  ExpectedResponse: {
    kind: 'OBJECT';
    name: 'ExpectedResponse';
    fields: {
      acknowledgedAt: { name: 'acknowledgedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      answer: { name: 'answer'; type: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      choice: { name: 'choice'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      delegatedTo: { name: 'delegatedTo'; type: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null } };
      deliverAt: {
        name: 'deliverAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      dueAt: { name: 'dueAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      history: {
        name: 'history';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ResponseEvent'; ofType: null } };
          };
        };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      laterUntil: { name: 'laterUntil'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      note: { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      nudgedAt: { name: 'nudgedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      overdue: {
        name: 'overdue';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      post: {
        name: 'post';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      };
      promisedAt: { name: 'promisedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      proposal: { name: 'proposal'; type: { kind: 'OBJECT'; name: 'DueTimeProposal'; ofType: null } };
      recipient: {
        name: 'recipient';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      status: {
        name: 'status';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ResponseStatus'; ofType: null } };
      };
      undoableUntil: { name: 'undoableUntil'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
    };
  };
  ExpectedResponseConnection: {
    kind: 'OBJECT';
    name: 'ExpectedResponseConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'ExpectedResponseEdge'; ofType: null };
            };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null };
            };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  ExpectedResponseEdge: {
    kind: 'OBJECT';
    name: 'ExpectedResponseEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null } };
      };
    };
  };
  ExpectedResponsePayload: {
    kind: 'OBJECT';
    name: 'ExpectedResponsePayload';
    fields: {
      expectedResponse: {
        name: 'expectedResponse';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null } };
      };
    };
  };
  FailedJob: {
    kind: 'OBJECT';
    name: 'FailedJob';
    fields: {
      advice: { name: 'advice'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      channel: { name: 'channel'; type: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
      details: { name: 'details'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      failedAt: {
        name: 'failedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      maxTries: {
        name: 'maxTries';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      media: { name: 'media'; type: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      owner: { name: 'owner'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      queue: {
        name: 'queue';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      reason: {
        name: 'reason';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      subject: {
        name: 'subject';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      told: {
        name: 'told';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
          };
        };
      };
      toldAt: { name: 'toldAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      tries: {
        name: 'tries';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  FailedJobConnection: {
    kind: 'OBJECT';
    name: 'FailedJobConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'FailedJobEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'FailedJob'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
      totalCount: {
        name: 'totalCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  FailedJobEdge: {
    kind: 'OBJECT';
    name: 'FailedJobEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'FailedJob'; ofType: null } };
      };
    };
  };
  FailedJobInput: {
    kind: 'INPUT_OBJECT';
    name: 'FailedJobInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'failedJobId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  FailedJobPayload: {
    kind: 'OBJECT';
    name: 'FailedJobPayload';
    fields: {
      failedJobs: {
        name: 'failedJobs';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  FinishUploadInput: {
    kind: 'INPUT_OBJECT';
    name: 'FinishUploadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'mediaId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Float: unknown;
  FulfillResponseInput: {
    kind: 'INPUT_OBJECT';
    name: 'FulfillResponseInput';
    isOneOf: false;
    inputFields: [
      { name: 'answerPostId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ];
  };
  HealthCheck: {
    kind: 'OBJECT';
    name: 'HealthCheck';
    fields: {
      checkedAt: {
        name: 'checkedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      degraded: {
        name: 'degraded';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      fix: { name: 'fix'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      ok: {
        name: 'ok';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      stillWorks: { name: 'stillWorks'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      summary: {
        name: 'summary';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      title: {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  ID: unknown;
  Inbox: {
    kind: 'OBJECT';
    name: 'Inbox';
    fields: {
      unreadThreadCount: {
        name: 'unreadThreadCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      unreadThreads: {
        name: 'unreadThreads';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadConnection'; ofType: null } };
      };
      waitingOnMe: {
        name: 'waitingOnMe';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponseConnection'; ofType: null };
        };
      };
      waitingOnMeCount: {
        name: 'waitingOnMeCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      waitingOnOthers: {
        name: 'waitingOnOthers';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponseConnection'; ofType: null };
        };
      };
      waitingOnOthersCount: {
        name: 'waitingOnOthersCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  InboxChange: {
    kind: 'OBJECT';
    name: 'InboxChange';
    fields: {
      unreadThreadCount: {
        name: 'unreadThreadCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      waitingOnMeCount: {
        name: 'waitingOnMeCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  Int: unknown;
  Invitation: {
    kind: 'OBJECT';
    name: 'Invitation';
    fields: {
      acceptedAt: { name: 'acceptedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      channels: {
        name: 'channels';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
          };
        };
      };
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      email: {
        name: 'email';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null } };
      };
      expiresAt: {
        name: 'expiresAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      invitationUrl: { name: 'invitationUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      invitedBy: { name: 'invitedBy'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      mailFailure: { name: 'mailFailure'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      revokedAt: { name: 'revokedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      role: {
        name: 'role';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null } };
      };
    };
  };
  InvitationConnection: {
    kind: 'OBJECT';
    name: 'InvitationConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'InvitationEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Invitation'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  InvitationEdge: {
    kind: 'OBJECT';
    name: 'InvitationEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Invitation'; ofType: null } };
      };
    };
  };
  InvitationPayload: {
    kind: 'OBJECT';
    name: 'InvitationPayload';
    fields: {
      invitation: {
        name: 'invitation';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Invitation'; ofType: null } };
      };
    };
  };
  InviteMemberInput: {
    kind: 'INPUT_OBJECT';
    name: 'InviteMemberInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      {
        name: 'email';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null } };
        defaultValue: null;
      },
      { name: 'role'; type: { kind: 'ENUM'; name: 'Role'; ofType: null }; defaultValue: 'MEMBER' },
    ];
  };
  InviteMemberPayload: {
    kind: 'OBJECT';
    name: 'InviteMemberPayload';
    fields: {
      code: {
        name: 'code';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      expiresAt: {
        name: 'expiresAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      invitationUrl: {
        name: 'invitationUrl';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      };
    };
  };
  InviteMembersFromCsvInput: {
    kind: 'INPUT_OBJECT';
    name: 'InviteMembersFromCsvInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'csv';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  InviteMembersFromCsvPayload: {
    kind: 'OBJECT';
    name: 'InviteMembersFromCsvPayload';
    fields: {
      rows: {
        name: 'rows';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'CsvInvitation'; ofType: null } };
          };
        };
      };
    };
  };
  Involvement: { name: 'Involvement'; enumValues: 'DIGEST' | 'FOLLOWING' | 'MUTED' };
  JoinChannelInput: {
    kind: 'INPUT_OBJECT';
    name: 'JoinChannelInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  LeaveChannelInput: {
    kind: 'INPUT_OBJECT';
    name: 'LeaveChannelInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  LocalDate: unknown;
  LocalTime: unknown;
  MarkChannelReadInput: {
    kind: 'INPUT_OBJECT';
    name: 'MarkChannelReadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  MarkThreadReadInput: {
    kind: 'INPUT_OBJECT';
    name: 'MarkThreadReadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'upToPostId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
    ];
  };
  Markdown: unknown;
  Media: {
    kind: 'OBJECT';
    name: 'Media';
    fields: {
      audioUrl: { name: 'audioUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      byteSize: { name: 'byteSize'; type: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      captionsUrl: { name: 'captionsUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      durationSeconds: { name: 'durationSeconds'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      failure: { name: 'failure'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      filename: {
        name: 'filename';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      height: { name: 'height'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      hlsUrl: { name: 'hlsUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      kind: {
        name: 'kind';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'MediaKind'; ofType: null } };
      };
      mimeType: {
        name: 'mimeType';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      moments: {
        name: 'moments';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
          };
        };
      };
      mp4Url: { name: 'mp4Url'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      originalUrl: { name: 'originalUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      owner: {
        name: 'owner';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      posterUrl: { name: 'posterUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      previewUrl: { name: 'previewUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      progress: {
        name: 'progress';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      status: {
        name: 'status';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'MediaStatus'; ofType: null } };
      };
      storyboardUrl: { name: 'storyboardUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      transcript: { name: 'transcript'; type: { kind: 'OBJECT'; name: 'Transcript'; ofType: null } };
      waveform: {
        name: 'waveform';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
        };
      };
      width: { name: 'width'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
    };
  };
  MediaKind: { name: 'MediaKind'; enumValues: 'AUDIO' | 'FILE' | 'IMAGE' | 'VIDEO' };
  MediaMoment: {
    kind: 'OBJECT';
    name: 'MediaMoment';
    fields: {
      media: {
        name: 'media';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      };
      seconds: {
        name: 'seconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
    };
  };
  MediaPayload: {
    kind: 'OBJECT';
    name: 'MediaPayload';
    fields: {
      media: {
        name: 'media';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      };
    };
  };
  MediaStatus: { name: 'MediaStatus'; enumValues: 'FAILED' | 'PROCESSING' | 'READY' | 'UPLOADING' };
  Member: {
    kind: 'OBJECT';
    name: 'Member';
    fields: {
      absences: {
        name: 'absences';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Absence'; ofType: null } };
          };
        };
      };
      avatarUrl: { name: 'avatarUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      deactivatedAt: { name: 'deactivatedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      email: { name: 'email'; type: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null } };
      handle: {
        name: 'handle';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      isBot: {
        name: 'isBot';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      isWorkingTime: {
        name: 'isWorkingTime';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      nextWorkingTime: { name: 'nextWorkingTime'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      role: {
        name: 'role';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null } };
      };
      workingHours: {
        name: 'workingHours';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'WorkingHours'; ofType: null } };
      };
    };
  };
  MemberAccount: {
    kind: 'OBJECT';
    name: 'MemberAccount';
    fields: {
      hoursSet: {
        name: 'hoursSet';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      lastActiveOn: { name: 'lastActiveOn'; type: { kind: 'SCALAR'; name: 'LocalDate'; ofType: null } };
      lastDigestAt: { name: 'lastDigestAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      member: {
        name: 'member';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      recordingCount: {
        name: 'recordingCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      storageBytes: {
        name: 'storageBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
    };
  };
  MemberAccountConnection: {
    kind: 'OBJECT';
    name: 'MemberAccountConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'MemberAccountEdge'; ofType: null };
            };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberAccount'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
      totalCount: {
        name: 'totalCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  MemberAccountEdge: {
    kind: 'OBJECT';
    name: 'MemberAccountEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberAccount'; ofType: null } };
      };
    };
  };
  MemberConnection: {
    kind: 'OBJECT';
    name: 'MemberConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  MemberEdge: {
    kind: 'OBJECT';
    name: 'MemberEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
    };
  };
  MemberPayload: {
    kind: 'OBJECT';
    name: 'MemberPayload';
    fields: {
      member: {
        name: 'member';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
    };
  };
  MomentInput: {
    kind: 'INPUT_OBJECT';
    name: 'MomentInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'mediaId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'seconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Mutation: {
    kind: 'OBJECT';
    name: 'Mutation';
    fields: {
      acceptFailedJob: {
        name: 'acceptFailedJob';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'FailedJobPayload'; ofType: null } };
      };
      acceptInvitation: {
        name: 'acceptInvitation';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SignInPayload'; ofType: null } };
      };
      acknowledge: {
        name: 'acknowledge';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      addAbsence: {
        name: 'addAbsence';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'AbsencePayload'; ofType: null } };
      };
      addChannelMembers: {
        name: 'addChannelMembers';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      answerProposal: {
        name: 'answerProposal';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      archiveChannel: {
        name: 'archiveChannel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      cancelScheduledPost: {
        name: 'cancelScheduledPost';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DraftPayload'; ofType: null } };
      };
      changeMemberRole: {
        name: 'changeMemberRole';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      changePassword: {
        name: 'changePassword';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      concludeThread: {
        name: 'concludeThread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadPayload'; ofType: null } };
      };
      createAccessToken: {
        name: 'createAccessToken';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'CreateAccessTokenPayload'; ofType: null };
        };
      };
      createChannel: {
        name: 'createChannel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      createInvitationLink: {
        name: 'createInvitationLink';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'InviteMemberPayload'; ofType: null } };
      };
      createUpload: {
        name: 'createUpload';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'CreateUploadPayload'; ofType: null } };
      };
      deactivateMember: {
        name: 'deactivateMember';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      decide: {
        name: 'decide';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      declineResponse: {
        name: 'declineResponse';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      delegateResponse: {
        name: 'delegateResponse';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      deleteMedia: {
        name: 'deleteMedia';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DeleteMediaPayload'; ofType: null } };
      };
      deletePost: {
        name: 'deletePost';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostPayload'; ofType: null } };
      };
      discardDraft: {
        name: 'discardDraft';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DiscardDraftPayload'; ofType: null } };
      };
      editPost: {
        name: 'editPost';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostPayload'; ofType: null } };
      };
      editTranscript: {
        name: 'editTranscript';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MediaPayload'; ofType: null } };
      };
      finishUpload: {
        name: 'finishUpload';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MediaPayload'; ofType: null } };
      };
      fulfillResponse: {
        name: 'fulfillResponse';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      inviteMember: {
        name: 'inviteMember';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'InviteMemberPayload'; ofType: null } };
      };
      inviteMembersFromCsv: {
        name: 'inviteMembersFromCsv';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'InviteMembersFromCsvPayload'; ofType: null };
        };
      };
      joinChannel: {
        name: 'joinChannel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      leaveChannel: {
        name: 'leaveChannel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      markChannelRead: {
        name: 'markChannelRead';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      markThreadRead: {
        name: 'markThreadRead';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadPayload'; ofType: null } };
      };
      nudge: {
        name: 'nudge';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      openThread: {
        name: 'openThread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'OpenThreadPayload'; ofType: null } };
      };
      pauseQueue: {
        name: 'pauseQueue';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'QueueStatePayload'; ofType: null } };
      };
      pinThread: {
        name: 'pinThread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadPayload'; ofType: null } };
      };
      postReply: {
        name: 'postReply';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostPayload'; ofType: null } };
      };
      proposeDueTime: {
        name: 'proposeDueTime';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      putOffResponse: {
        name: 'putOffResponse';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      react: {
        name: 'react';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostPayload'; ofType: null } };
      };
      reactivateMember: {
        name: 'reactivateMember';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      removeAbsence: {
        name: 'removeAbsence';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      removeChannelMember: {
        name: 'removeChannelMember';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      reopenThread: {
        name: 'reopenThread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadPayload'; ofType: null } };
      };
      resumeQueue: {
        name: 'resumeQueue';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'QueueStatePayload'; ofType: null } };
      };
      retryFailedJob: {
        name: 'retryFailedJob';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'FailedJobPayload'; ofType: null } };
      };
      retryMedia: {
        name: 'retryMedia';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MediaPayload'; ofType: null } };
      };
      revokeAccessToken: {
        name: 'revokeAccessToken';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'RevokeAccessTokenPayload'; ofType: null };
        };
      };
      revokeInvitation: {
        name: 'revokeInvitation';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'InvitationPayload'; ofType: null } };
      };
      revokeSession: {
        name: 'revokeSession';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'RevokeSessionPayload'; ofType: null } };
      };
      saveDraft: {
        name: 'saveDraft';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DraftPayload'; ofType: null } };
      };
      saveThread: {
        name: 'saveThread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadPayload'; ofType: null } };
      };
      sendTestDigest: {
        name: 'sendTestDigest';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'TestResultPayload'; ofType: null } };
      };
      setInvolvement: {
        name: 'setInvolvement';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'SetInvolvementPayload'; ofType: null };
        };
      };
      setUpOrganization: {
        name: 'setUpOrganization';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SignInPayload'; ofType: null } };
      };
      signIn: {
        name: 'signIn';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SignInPayload'; ofType: null } };
      };
      signOut: {
        name: 'signOut';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SignOutPayload'; ofType: null } };
      };
      testMail: {
        name: 'testMail';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'TestResultPayload'; ofType: null } };
      };
      testStorage: {
        name: 'testStorage';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'TestResultPayload'; ofType: null } };
      };
      transferRecordings: {
        name: 'transferRecordings';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'TransferRecordingsPayload'; ofType: null };
        };
      };
      undoResponse: {
        name: 'undoResponse';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'ExpectedResponsePayload'; ofType: null };
        };
      };
      updateAvatar: {
        name: 'updateAvatar';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      updateChannel: {
        name: 'updateChannel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      updateChannelAgreement: {
        name: 'updateChannelAgreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelPayload'; ofType: null } };
      };
      updateDigestSchedule: {
        name: 'updateDigestSchedule';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'DigestSchedulePayload'; ofType: null };
        };
      };
      updateOrganization: {
        name: 'updateOrganization';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'OrganizationPayload'; ofType: null } };
      };
      updateOrganizationAgreement: {
        name: 'updateOrganizationAgreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'OrganizationPayload'; ofType: null } };
      };
      updatePreferences: {
        name: 'updatePreferences';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PreferencesPayload'; ofType: null } };
      };
      updateProfile: {
        name: 'updateProfile';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      updateRolePermissions: {
        name: 'updateRolePermissions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: { kind: 'OBJECT'; name: 'RolePermissionsPayload'; ofType: null };
        };
      };
      updateSetting: {
        name: 'updateSetting';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SettingPayload'; ofType: null } };
      };
      updateThreadTitle: {
        name: 'updateThreadTitle';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadPayload'; ofType: null } };
      };
      updateWorkingHours: {
        name: 'updateWorkingHours';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberPayload'; ofType: null } };
      };
      withdrawExpectation: {
        name: 'withdrawExpectation';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostPayload'; ofType: null } };
      };
    };
  };
  Node: {
    kind: 'INTERFACE';
    name: 'Node';
    fields: {
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
    };
    possibleTypes:
      | 'Absence'
      | 'AccessToken'
      | 'AuditEvent'
      | 'Channel'
      | 'Digest'
      | 'DigestDelivery'
      | 'Draft'
      | 'ExpectedResponse'
      | 'FailedJob'
      | 'Invitation'
      | 'Media'
      | 'Member'
      | 'MemberAccount'
      | 'Post'
      | 'Recording'
      | 'Session'
      | 'Thread';
  };
  NudgeInput: {
    kind: 'INPUT_OBJECT';
    name: 'NudgeInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  OpenThreadInput: {
    kind: 'INPUT_OBJECT';
    name: 'OpenThreadInput';
    isOneOf: false;
    inputFields: [
      { name: 'body'; type: { kind: 'SCALAR'; name: 'Markdown'; ofType: null }; defaultValue: '""' },
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'expectation';
        type: { kind: 'INPUT_OBJECT'; name: 'ExpectationInput'; ofType: null };
        defaultValue: null;
      },
      { name: 'idempotencyKey'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      {
        name: 'mediaIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      { name: 'publishAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
      {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  OpenThreadPayload: {
    kind: 'OBJECT';
    name: 'OpenThreadPayload';
    fields: {
      post: {
        name: 'post';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      };
      thread: {
        name: 'thread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      };
    };
  };
  Organization: {
    kind: 'OBJECT';
    name: 'Organization';
    fields: {
      agreement: {
        name: 'agreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Agreement'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      logoUrl: { name: 'logoUrl'; type: { kind: 'SCALAR'; name: 'URL'; ofType: null } };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  OrganizationPayload: {
    kind: 'OBJECT';
    name: 'OrganizationPayload';
    fields: {
      organization: {
        name: 'organization';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Organization'; ofType: null } };
      };
    };
  };
  Overview: {
    kind: 'OBJECT';
    name: 'Overview';
    fields: {
      checklist: {
        name: 'checklist';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChecklistItem'; ofType: null } };
          };
        };
      };
      failedJobs: {
        name: 'failedJobs';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      lastBackupAt: { name: 'lastBackupAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      lastDigestAt: { name: 'lastDigestAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      memberCount: {
        name: 'memberCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      membersWithHours: {
        name: 'membersWithHours';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      openExpectations: {
        name: 'openExpectations';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      overdueExpectations: {
        name: 'overdueExpectations';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      pausedQueues: {
        name: 'pausedQueues';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
          };
        };
      };
      playableAfterStopMedianSeconds: {
        name: 'playableAfterStopMedianSeconds';
        type: { kind: 'SCALAR'; name: 'Float'; ofType: null };
      };
      playableAfterStopP95Seconds: {
        name: 'playableAfterStopP95Seconds';
        type: { kind: 'SCALAR'; name: 'Float'; ofType: null };
      };
      recordingsThisWeek: {
        name: 'recordingsThisWeek';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      storageBytes: {
        name: 'storageBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
      storageCapacityBytes: { name: 'storageCapacityBytes'; type: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      waitingJobs: {
        name: 'waitingJobs';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  PageInfo: {
    kind: 'OBJECT';
    name: 'PageInfo';
    fields: {
      endCursor: { name: 'endCursor'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      hasNextPage: {
        name: 'hasNextPage';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      hasPreviousPage: {
        name: 'hasPreviousPage';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      startCursor: { name: 'startCursor'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
    };
  };
  PauseQueueInput: {
    kind: 'INPUT_OBJECT';
    name: 'PauseQueueInput';
    isOneOf: false;
    inputFields: [{ name: 'name'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null }];
  };
  Permission: {
    name: 'Permission';
    enumValues:
      | 'CREATE_CHANNEL'
      | 'INVITE_MEMBERS'
      | 'MANAGE_MEMBERS'
      | 'MANAGE_SETTINGS'
      | 'RECORD'
      | 'SEE_ADMINISTRATION'
      | 'SEND_URGENT'
      | 'SHARE_OUTSIDE';
  };
  PinThreadInput: {
    kind: 'INPUT_OBJECT';
    name: 'PinThreadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'pinned';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Post: {
    kind: 'OBJECT';
    name: 'Post';
    fields: {
      author: {
        name: 'author';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      body: {
        name: 'body';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Markdown'; ofType: null } };
      };
      deletedAt: { name: 'deletedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      editedAt: { name: 'editedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      expectation: {
        name: 'expectation';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Expectation'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      media: {
        name: 'media';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
          };
        };
      };
      moment: { name: 'moment'; type: { kind: 'OBJECT'; name: 'MediaMoment'; ofType: null } };
      publishedAt: { name: 'publishedAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      reactions: {
        name: 'reactions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Reaction'; ofType: null } };
          };
        };
      };
      scheduledFor: { name: 'scheduledFor'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      thread: {
        name: 'thread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      };
    };
  };
  PostConnection: {
    kind: 'OBJECT';
    name: 'PostConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  PostEdge: {
    kind: 'OBJECT';
    name: 'PostEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      };
    };
  };
  PostPayload: {
    kind: 'OBJECT';
    name: 'PostPayload';
    fields: {
      post: {
        name: 'post';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      };
    };
  };
  PostReplyInput: {
    kind: 'INPUT_OBJECT';
    name: 'PostReplyInput';
    isOneOf: false;
    inputFields: [
      { name: 'body'; type: { kind: 'SCALAR'; name: 'Markdown'; ofType: null }; defaultValue: '""' },
      {
        name: 'expectation';
        type: { kind: 'INPUT_OBJECT'; name: 'ExpectationInput'; ofType: null };
        defaultValue: null;
      },
      { name: 'idempotencyKey'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      {
        name: 'mediaIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      { name: 'moment'; type: { kind: 'INPUT_OBJECT'; name: 'MomentInput'; ofType: null }; defaultValue: null },
      { name: 'publishAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Preferences: {
    kind: 'OBJECT';
    name: 'Preferences';
    fields: {
      captionsOn: {
        name: 'captionsOn';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      locale: { name: 'locale'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      playbackSpeed: {
        name: 'playbackSpeed';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      shortcutsJson: { name: 'shortcutsJson'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      singleKeyShortcuts: {
        name: 'singleKeyShortcuts';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      textScale: {
        name: 'textScale';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      theme: {
        name: 'theme';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Theme'; ofType: null } };
      };
      timeZoneFollowsDevice: {
        name: 'timeZoneFollowsDevice';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      urgentMayInterrupt: {
        name: 'urgentMayInterrupt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
    };
  };
  PreferencesInput: {
    kind: 'INPUT_OBJECT';
    name: 'PreferencesInput';
    isOneOf: false;
    inputFields: [
      { name: 'captionsOn'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      { name: 'locale'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'playbackSpeed'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null }; defaultValue: null },
      { name: 'shortcutsJson'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'singleKeyShortcuts'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      { name: 'textScale'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null }; defaultValue: null },
      { name: 'theme'; type: { kind: 'ENUM'; name: 'Theme'; ofType: null }; defaultValue: null },
      { name: 'timeZoneFollowsDevice'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
      { name: 'urgentMayInterrupt'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: null },
    ];
  };
  PreferencesPayload: {
    kind: 'OBJECT';
    name: 'PreferencesPayload';
    fields: {
      preferences: {
        name: 'preferences';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Preferences'; ofType: null } };
      };
    };
  };
  ProposeDueTimeInput: {
    kind: 'INPUT_OBJECT';
    name: 'ProposeDueTimeInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'dueAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ];
  };
  PutOffResponseInput: {
    kind: 'INPUT_OBJECT';
    name: 'PutOffResponseInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'until'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
    ];
  };
  Query: {
    kind: 'OBJECT';
    name: 'Query';
    fields: {
      administration: {
        name: 'administration';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Administration'; ofType: null } };
      };
      channel: { name: 'channel'; type: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
      channels: {
        name: 'channels';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelConnection'; ofType: null } };
      };
      media: { name: 'media'; type: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      member: { name: 'member'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      members: {
        name: 'members';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'MemberConnection'; ofType: null } };
      };
      node: { name: 'node'; type: { kind: 'INTERFACE'; name: 'Node'; ofType: null } };
      organization: {
        name: 'organization';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Organization'; ofType: null } };
      };
      overlap: {
        name: 'overlap';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'TimeSpan'; ofType: null } };
          };
        };
      };
      post: { name: 'post'; type: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      previewExpectation: {
        name: 'previewExpectation';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ExpectationPreview'; ofType: null } };
      };
      search: {
        name: 'search';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SearchHitConnection'; ofType: null } };
      };
      thread: { name: 'thread'; type: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      viewer: { name: 'viewer'; type: { kind: 'OBJECT'; name: 'Viewer'; ofType: null } };
    };
  };
  QueueHealth: {
    kind: 'OBJECT';
    name: 'QueueHealth';
    fields: {
      active: {
        name: 'active';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      delayed: {
        name: 'delayed';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      failed: {
        name: 'failed';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      oldestWaitingSeconds: {
        name: 'oldestWaitingSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      waiting: {
        name: 'waiting';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  QueueState: {
    kind: 'OBJECT';
    name: 'QueueState';
    fields: {
      delayed: {
        name: 'delayed';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      emptyInSeconds: { name: 'emptyInSeconds'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      failed: {
        name: 'failed';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      name: {
        name: 'name';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      paused: {
        name: 'paused';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      running: {
        name: 'running';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      title: {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      typicalSeconds: { name: 'typicalSeconds'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      waiting: {
        name: 'waiting';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  QueueStatePayload: {
    kind: 'OBJECT';
    name: 'QueueStatePayload';
    fields: {
      queues: {
        name: 'queues';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'QueueState'; ofType: null } };
          };
        };
      };
    };
  };
  Quorum: { name: 'Quorum'; enumValues: 'ANY' | 'EACH' };
  ReactInput: {
    kind: 'INPUT_OBJECT';
    name: 'ReactInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'emoji';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'postId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'remove'; type: { kind: 'SCALAR'; name: 'Boolean'; ofType: null }; defaultValue: 'false' },
    ];
  };
  Reaction: {
    kind: 'OBJECT';
    name: 'Reaction';
    fields: {
      count: {
        name: 'count';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      emoji: {
        name: 'emoji';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      viewerHasReacted: {
        name: 'viewerHasReacted';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
    };
  };
  ReactivateMemberInput: {
    kind: 'INPUT_OBJECT';
    name: 'ReactivateMemberInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'memberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  RecipientPreview: {
    kind: 'OBJECT';
    name: 'RecipientPreview';
    fields: {
      deliverAt: {
        name: 'deliverAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      dueAt: { name: 'dueAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      isWorkingTime: {
        name: 'isWorkingTime';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      localTime: {
        name: 'localTime';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      member: {
        name: 'member';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      ribbon: {
        name: 'ribbon';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'TimeSpan'; ofType: null } };
          };
        };
      };
      timeZone: {
        name: 'timeZone';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'TimeZone'; ofType: null } };
      };
      urgentMuted: {
        name: 'urgentMuted';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      workingHoursUntilDue: { name: 'workingHoursUntilDue'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
    };
  };
  Recording: {
    kind: 'OBJECT';
    name: 'Recording';
    fields: {
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      media: {
        name: 'media';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      };
      post: { name: 'post'; type: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      storedBytes: {
        name: 'storedBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
    };
  };
  RecordingConnection: {
    kind: 'OBJECT';
    name: 'RecordingConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'RecordingEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Recording'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
      totalCount: {
        name: 'totalCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  RecordingEdge: {
    kind: 'OBJECT';
    name: 'RecordingEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Recording'; ofType: null } };
      };
    };
  };
  RemoveAbsenceInput: {
    kind: 'INPUT_OBJECT';
    name: 'RemoveAbsenceInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'absenceId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  RemoveChannelMemberInput: {
    kind: 'INPUT_OBJECT';
    name: 'RemoveChannelMemberInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'memberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  ReopenThreadInput: {
    kind: 'INPUT_OBJECT';
    name: 'ReopenThreadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  ResponseEvent: {
    kind: 'OBJECT';
    name: 'ResponseEvent';
    fields: {
      actor: { name: 'actor'; type: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      at: {
        name: 'at';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      kind: {
        name: 'kind';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      note: { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
    };
  };
  ResponseStatus: { name: 'ResponseStatus'; enumValues: 'DECLINED' | 'DELEGATED' | 'FULFILLED' | 'OPEN' | 'WITHDRAWN' };
  RetryMediaInput: {
    kind: 'INPUT_OBJECT';
    name: 'RetryMediaInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'mediaId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  RevokeAccessTokenInput: {
    kind: 'INPUT_OBJECT';
    name: 'RevokeAccessTokenInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'accessTokenId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  RevokeAccessTokenPayload: {
    kind: 'OBJECT';
    name: 'RevokeAccessTokenPayload';
    fields: {
      revokedId: {
        name: 'revokedId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
      };
    };
  };
  RevokeInvitationInput: {
    kind: 'INPUT_OBJECT';
    name: 'RevokeInvitationInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'invitationId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  RevokeSessionInput: {
    kind: 'INPUT_OBJECT';
    name: 'RevokeSessionInput';
    isOneOf: false;
    inputFields: [{ name: 'sessionId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null }];
  };
  RevokeSessionPayload: {
    kind: 'OBJECT';
    name: 'RevokeSessionPayload';
    fields: {
      revoked: {
        name: 'revoked';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  Role: { name: 'Role'; enumValues: 'ADMIN' | 'GUEST' | 'MEMBER' | 'OWNER' };
  RolePermissions: {
    kind: 'OBJECT';
    name: 'RolePermissions';
    fields: {
      locked: {
        name: 'locked';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Permission'; ofType: null } };
          };
        };
      };
      permissions: {
        name: 'permissions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Permission'; ofType: null } };
          };
        };
      };
      role: {
        name: 'role';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null } };
      };
    };
  };
  RolePermissionsPayload: {
    kind: 'OBJECT';
    name: 'RolePermissionsPayload';
    fields: {
      roles: {
        name: 'roles';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'RolePermissions'; ofType: null };
            };
          };
        };
      };
    };
  };
  SaveDraftInput: {
    kind: 'INPUT_OBJECT';
    name: 'SaveDraftInput';
    isOneOf: false;
    inputFields: [
      { name: 'body'; type: { kind: 'SCALAR'; name: 'Markdown'; ofType: null }; defaultValue: null },
      { name: 'channelId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      { name: 'expectationJson'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'id'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      {
        name: 'mediaIds';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        };
        defaultValue: null;
      },
      { name: 'publishAt'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
      { name: 'threadId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      { name: 'title'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ];
  };
  SaveThreadInput: {
    kind: 'INPUT_OBJECT';
    name: 'SaveThreadInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'saved';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  SearchFilterInput: {
    kind: 'INPUT_OBJECT';
    name: 'SearchFilterInput';
    isOneOf: false;
    inputFields: [
      { name: 'channelId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      { name: 'dueBefore'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
      { name: 'fromMemberId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      { name: 'hasMedia'; type: { kind: 'ENUM'; name: 'MediaKind'; ofType: null }; defaultValue: null },
      { name: 'since'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
    ];
  };
  SearchHit: {
    kind: 'OBJECT';
    name: 'SearchHit';
    fields: {
      mediaSeconds: { name: 'mediaSeconds'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      post: {
        name: 'post';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      };
      snippet: {
        name: 'snippet';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  SearchHitConnection: {
    kind: 'OBJECT';
    name: 'SearchHitConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SearchHitEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SearchHit'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  SearchHitEdge: {
    kind: 'OBJECT';
    name: 'SearchHitEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'SearchHit'; ofType: null } };
      };
    };
  };
  SendTestDigestInput: {
    kind: 'INPUT_OBJECT';
    name: 'SendTestDigestInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'memberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'toEmail'; type: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null }; defaultValue: null },
    ];
  };
  Session: {
    kind: 'OBJECT';
    name: 'Session';
    fields: {
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      isCurrent: {
        name: 'isCurrent';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      lastUsedAt: {
        name: 'lastUsedAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      userAgent: { name: 'userAgent'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
    };
  };
  SetInvolvementInput: {
    kind: 'INPUT_OBJECT';
    name: 'SetInvolvementInput';
    isOneOf: false;
    inputFields: [
      { name: 'channelId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      {
        name: 'involvement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Involvement'; ofType: null } };
        defaultValue: null;
      },
      { name: 'threadId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
    ];
  };
  SetInvolvementPayload: {
    kind: 'OBJECT';
    name: 'SetInvolvementPayload';
    fields: {
      involvement: {
        name: 'involvement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Involvement'; ofType: null } };
      };
    };
  };
  SetUpOrganizationInput: {
    kind: 'INPUT_OBJECT';
    name: 'SetUpOrganizationInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'email';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'handle';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'organizationName';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'ownerName';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'password';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'setupCode';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'timeZone';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'TimeZone'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Setting: {
    kind: 'OBJECT';
    name: 'Setting';
    fields: {
      choices: {
        name: 'choices';
        type: {
          kind: 'LIST';
          name: never;
          ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        };
      };
      defaultValue: { name: 'defaultValue'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      description: {
        name: 'description';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      environmentName: {
        name: 'environmentName';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      key: {
        name: 'key';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      locked: {
        name: 'locked';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      needsRestart: {
        name: 'needsRestart';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      section: {
        name: 'section';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      source: {
        name: 'source';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'SettingSource'; ofType: null } };
      };
      title: {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      type: {
        name: 'type';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'SettingType'; ofType: null } };
      };
      value: { name: 'value'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
    };
  };
  SettingPayload: {
    kind: 'OBJECT';
    name: 'SettingPayload';
    fields: {
      setting: {
        name: 'setting';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Setting'; ofType: null } };
      };
    };
  };
  SettingSource: { name: 'SettingSource'; enumValues: 'DEFAULT' | 'ENVIRONMENT' | 'FILE' | 'HERE' };
  SettingType: {
    name: 'SettingType';
    enumValues: 'BOOLEAN' | 'BYTES' | 'CHOICE' | 'DURATION' | 'NUMBER' | 'SECRET' | 'TEXT';
  };
  SignInInput: {
    kind: 'INPUT_OBJECT';
    name: 'SignInInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'email';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'password';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  SignInPayload: {
    kind: 'OBJECT';
    name: 'SignInPayload';
    fields: {
      token: {
        name: 'token';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      viewer: {
        name: 'viewer';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Viewer'; ofType: null } };
      };
    };
  };
  SignOutPayload: {
    kind: 'OBJECT';
    name: 'SignOutPayload';
    fields: {
      signedOut: {
        name: 'signedOut';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
    };
  };
  StorageUse: {
    kind: 'OBJECT';
    name: 'StorageUse';
    fields: {
      byChannel: {
        name: 'byChannel';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelBytes'; ofType: null } };
          };
        };
      };
      capacityBytes: { name: 'capacityBytes'; type: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      fullInDays: { name: 'fullInDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      originalsBytes: {
        name: 'originalsBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
      originalsRetentionDays: { name: 'originalsRetentionDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      renditionsBytes: {
        name: 'renditionsBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
      usedBytes: {
        name: 'usedBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
    };
  };
  String: unknown;
  Subscription: {
    kind: 'OBJECT';
    name: 'Subscription';
    fields: {
      inboxChanged: {
        name: 'inboxChanged';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'InboxChange'; ofType: null } };
      };
      mediaChanged: {
        name: 'mediaChanged';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
      };
      threadActivity: {
        name: 'threadActivity';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadActivity'; ofType: null } };
      };
    };
  };
  SystemHealth: {
    kind: 'OBJECT';
    name: 'SystemHealth';
    fields: {
      database: {
        name: 'database';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      queue: {
        name: 'queue';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      queues: {
        name: 'queues';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'QueueHealth'; ofType: null } };
          };
        };
      };
      storage: {
        name: 'storage';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      storageBytes: {
        name: 'storageBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
      version: {
        name: 'version';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  TestMailInput: {
    kind: 'INPUT_OBJECT';
    name: 'TestMailInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'to';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'EmailAddress'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  TestResultPayload: {
    kind: 'OBJECT';
    name: 'TestResultPayload';
    fields: {
      fix: { name: 'fix'; type: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      message: {
        name: 'message';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      ok: {
        name: 'ok';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
    };
  };
  Theme: { name: 'Theme'; enumValues: 'DARK' | 'LIGHT' | 'SYSTEM' };
  Thread: {
    kind: 'OBJECT';
    name: 'Thread';
    fields: {
      author: {
        name: 'author';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      channel: {
        name: 'channel';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Channel'; ofType: null } };
      };
      conclusion: { name: 'conclusion'; type: { kind: 'OBJECT'; name: 'Conclusion'; ofType: null } };
      createdAt: {
        name: 'createdAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      firstPost: { name: 'firstPost'; type: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      id: { name: 'id'; type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } } };
      lastActivityAt: {
        name: 'lastActivityAt';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      mediaSeconds: {
        name: 'mediaSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      pinned: {
        name: 'pinned';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      postCount: {
        name: 'postCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
      posts: {
        name: 'posts';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostConnection'; ofType: null } };
      };
      state: {
        name: 'state';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'ThreadState'; ofType: null } };
      };
      title: {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      viewerHasSaved: {
        name: 'viewerHasSaved';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      viewerInvolvement: {
        name: 'viewerInvolvement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Involvement'; ofType: null } };
      };
      viewerUnreadCount: {
        name: 'viewerUnreadCount';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  ThreadActivity: {
    kind: 'OBJECT';
    name: 'ThreadActivity';
    fields: {
      expectedResponse: { name: 'expectedResponse'; type: { kind: 'OBJECT'; name: 'ExpectedResponse'; ofType: null } };
      post: { name: 'post'; type: { kind: 'OBJECT'; name: 'Post'; ofType: null } };
      thread: {
        name: 'thread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      };
    };
  };
  ThreadConnection: {
    kind: 'OBJECT';
    name: 'ThreadConnection';
    fields: {
      edges: {
        name: 'edges';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadEdge'; ofType: null } };
          };
        };
      };
      nodes: {
        name: 'nodes';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
          };
        };
      };
      pageInfo: {
        name: 'pageInfo';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PageInfo'; ofType: null } };
      };
    };
  };
  ThreadEdge: {
    kind: 'OBJECT';
    name: 'ThreadEdge';
    fields: {
      cursor: {
        name: 'cursor';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      node: {
        name: 'node';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      };
    };
  };
  ThreadPayload: {
    kind: 'OBJECT';
    name: 'ThreadPayload';
    fields: {
      thread: {
        name: 'thread';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Thread'; ofType: null } };
      };
    };
  };
  ThreadState: { name: 'ThreadState'; enumValues: 'CONCLUDED' | 'OPEN' };
  TimeSpan: {
    kind: 'OBJECT';
    name: 'TimeSpan';
    fields: {
      end: {
        name: 'end';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      start: {
        name: 'start';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
    };
  };
  TimeZone: unknown;
  TimingInput: {
    kind: 'INPUT_OBJECT';
    name: 'TimingInput';
    isOneOf: false;
    inputFields: [
      { name: 'by'; type: { kind: 'SCALAR'; name: 'DateTime'; ofType: null }; defaultValue: null },
      { name: 'now'; type: { kind: 'INPUT_OBJECT'; name: 'UrgencyInput'; ofType: null }; defaultValue: null },
      { name: 'withinWorkingDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'withinWorkingHours'; type: { kind: 'SCALAR'; name: 'Float'; ofType: null }; defaultValue: null },
    ];
  };
  TimingKind: {
    name: 'TimingKind';
    enumValues: 'BY' | 'NOW' | 'WHENEVER' | 'WITHIN_WORKING_DAYS' | 'WITHIN_WORKING_HOURS';
  };
  TokenScope: { name: 'TokenScope'; enumValues: 'ADMIN' | 'READ' | 'WRITE' };
  Transcript: {
    kind: 'OBJECT';
    name: 'Transcript';
    fields: {
      chapters: {
        name: 'chapters';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Chapter'; ofType: null } };
          };
        };
      };
      edited: {
        name: 'edited';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
      };
      language: {
        name: 'language';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
      segments: {
        name: 'segments';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'TranscriptSegment'; ofType: null };
            };
          };
        };
      };
      text: {
        name: 'text';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  TranscriptSegment: {
    kind: 'OBJECT';
    name: 'TranscriptSegment';
    fields: {
      endSeconds: {
        name: 'endSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      startSeconds: {
        name: 'startSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
      };
      text: {
        name: 'text';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
      };
    };
  };
  TranscriptSegmentInput: {
    kind: 'INPUT_OBJECT';
    name: 'TranscriptSegmentInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'endSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'startSeconds';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Float'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'text';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  TransferRecordingsInput: {
    kind: 'INPUT_OBJECT';
    name: 'TransferRecordingsInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'fromMemberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'toMemberId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  TransferRecordingsPayload: {
    kind: 'OBJECT';
    name: 'TransferRecordingsPayload';
    fields: {
      moved: {
        name: 'moved';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  URL: unknown;
  UndoResponseInput: {
    kind: 'INPUT_OBJECT';
    name: 'UndoResponseInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'expectedResponseId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  UpdateAvatarInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateAvatarInput';
    isOneOf: false;
    inputFields: [{ name: 'mediaId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null }];
  };
  UpdateChannelAgreementInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateChannelAgreementInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'agreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'INPUT_OBJECT'; name: 'AgreementInput'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  UpdateChannelInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateChannelInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'channelId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      { name: 'name'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'ownerId'; type: { kind: 'SCALAR'; name: 'ID'; ofType: null }; defaultValue: null },
      { name: 'purpose'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'retentionDays'; type: { kind: 'SCALAR'; name: 'Int'; ofType: null }; defaultValue: null },
      { name: 'visibility'; type: { kind: 'ENUM'; name: 'ChannelVisibility'; ofType: null }; defaultValue: null },
    ];
  };
  UpdateOrganizationAgreementInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateOrganizationAgreementInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'agreement';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'INPUT_OBJECT'; name: 'AgreementInput'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  UpdateOrganizationInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateOrganizationInput';
    isOneOf: false;
    inputFields: [{ name: 'name'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null }];
  };
  UpdateProfileInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateProfileInput';
    isOneOf: false;
    inputFields: [
      { name: 'handle'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      { name: 'name'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ];
  };
  UpdateRolePermissionsInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateRolePermissionsInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'permissions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Permission'; ofType: null } };
          };
        };
        defaultValue: null;
      },
      {
        name: 'role';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Role'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  UpdateSettingInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateSettingInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'key';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      { name: 'value'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
    ];
  };
  UpdateThreadTitleInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateThreadTitleInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'threadId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'title';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  UpdateWorkingHoursInput: {
    kind: 'INPUT_OBJECT';
    name: 'UpdateWorkingHoursInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'timeZone';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'TimeZone'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'week';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'INPUT_OBJECT'; name: 'WorkingIntervalInput'; ofType: null };
            };
          };
        };
        defaultValue: null;
      },
    ];
  };
  UrgencyInput: {
    kind: 'INPUT_OBJECT';
    name: 'UrgencyInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'needsImmediateResponse';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'reason';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'String'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'respectsTheirTime';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Boolean'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  Viewer: {
    kind: 'OBJECT';
    name: 'Viewer';
    fields: {
      accessTokens: {
        name: 'accessTokens';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'AccessToken'; ofType: null } };
          };
        };
      };
      channels: {
        name: 'channels';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ChannelConnection'; ofType: null } };
      };
      digestPreview: { name: 'digestPreview'; type: { kind: 'OBJECT'; name: 'Digest'; ofType: null } };
      digestSchedule: {
        name: 'digestSchedule';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestSchedule'; ofType: null } };
      };
      digests: {
        name: 'digests';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DigestConnection'; ofType: null } };
      };
      drafts: {
        name: 'drafts';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'DraftConnection'; ofType: null } };
      };
      inbox: {
        name: 'inbox';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Inbox'; ofType: null } };
      };
      member: {
        name: 'member';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Member'; ofType: null } };
      };
      permissions: {
        name: 'permissions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Permission'; ofType: null } };
          };
        };
      };
      preferences: {
        name: 'preferences';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Preferences'; ofType: null } };
      };
      recordings: {
        name: 'recordings';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'RecordingConnection'; ofType: null } };
      };
      savedThreads: {
        name: 'savedThreads';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'ThreadConnection'; ofType: null } };
      };
      scheduledPosts: {
        name: 'scheduledPosts';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'PostConnection'; ofType: null } };
      };
      sessions: {
        name: 'sessions';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Session'; ofType: null } };
          };
        };
      };
      storageBytes: {
        name: 'storageBytes';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ByteCount'; ofType: null } };
      };
      unfinishedUploads: {
        name: 'unfinishedUploads';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: { kind: 'NON_NULL'; name: never; ofType: { kind: 'OBJECT'; name: 'Media'; ofType: null } };
          };
        };
      };
      urgentBudgetLeft: {
        name: 'urgentBudgetLeft';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  WaitingSample: {
    kind: 'OBJECT';
    name: 'WaitingSample';
    fields: {
      at: {
        name: 'at';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'DateTime'; ofType: null } };
      };
      waiting: {
        name: 'waiting';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'Int'; ofType: null } };
      };
    };
  };
  Weekday: {
    name: 'Weekday';
    enumValues: 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';
  };
  WithdrawExpectationInput: {
    kind: 'INPUT_OBJECT';
    name: 'WithdrawExpectationInput';
    isOneOf: false;
    inputFields: [
      { name: 'note'; type: { kind: 'SCALAR'; name: 'String'; ofType: null }; defaultValue: null },
      {
        name: 'postId';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'ID'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
  WorkingHours: {
    kind: 'OBJECT';
    name: 'WorkingHours';
    fields: {
      timeZone: {
        name: 'timeZone';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'TimeZone'; ofType: null } };
      };
      week: {
        name: 'week';
        type: {
          kind: 'NON_NULL';
          name: never;
          ofType: {
            kind: 'LIST';
            name: never;
            ofType: {
              kind: 'NON_NULL';
              name: never;
              ofType: { kind: 'OBJECT'; name: 'WorkingInterval'; ofType: null };
            };
          };
        };
      };
    };
  };
  WorkingInterval: {
    kind: 'OBJECT';
    name: 'WorkingInterval';
    fields: {
      day: {
        name: 'day';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Weekday'; ofType: null } };
      };
      end: {
        name: 'end';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalTime'; ofType: null } };
      };
      start: {
        name: 'start';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalTime'; ofType: null } };
      };
    };
  };
  WorkingIntervalInput: {
    kind: 'INPUT_OBJECT';
    name: 'WorkingIntervalInput';
    isOneOf: false;
    inputFields: [
      {
        name: 'day';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'ENUM'; name: 'Weekday'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'end';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalTime'; ofType: null } };
        defaultValue: null;
      },
      {
        name: 'start';
        type: { kind: 'NON_NULL'; name: never; ofType: { kind: 'SCALAR'; name: 'LocalTime'; ofType: null } };
        defaultValue: null;
      },
    ];
  };
};

/** An IntrospectionQuery representation of your schema.
 *
 * @remarks
 * This is an introspection of your schema saved as a file by GraphQLSP.
 * It will automatically be used by `gql.tada` to infer the types of your GraphQL documents.
 * If you need to reuse this data or update your `scalars`, update `tadaOutputLocation` to
 * instead save to a .ts instead of a .d.ts file.
 */
export type introspection = {
  name: never;
  query: 'Query';
  mutation: 'Mutation';
  subscription: 'Subscription';
  types: introspection_types;
};

import * as gqlTada from 'gql.tada';

declare module 'gql.tada' {
  interface setupSchema {
    introspection: introspection;
  }
}
