package dev.signalbox.importer.reading;

/** Plans in Chinese, simplified and traditional. */
final class Chinese {

  private static final String COLUMNS =
      """
      KEY = 编号, 任务编号, 任务id, 标识, 键, 編號, 任务号, 工单号, 需求编号, 任務編號, 代号
      NUMBER = 序号, 序號, 号, 次序
      STATE = 状态, 狀態, 进度, 進度, 当前状态, 完成情况, 任务状态, 完成状态, 进展
      TASK = 任务, 任務, 任务名称, 工作项, 事项, 故事, 用户故事, 功能, 需求, 待办, 工作内容, 子任务, 功能点, 工作包, 特性, 条目
      TEXT = 描述, 任务描述, 标题, 標題, 名称, 名稱, 内容, 說明, 说明, 概述, 详情, 功能描述, 任务内容
      OWNERS = 负责人, 負責人, 责任人, 执行人, 指派给, 所有者, 负责, 成员, 人员, 处理人, 经办人, 团队, 负责团队, owner
      SOURCE = 来源, 來源
      DEPENDS_ON = 依赖, 依賴, 依赖项, 前置任务, 前置条件, 前置, 依赖任务, 阻塞于, 依赖关系, 前置依赖
      DEPENDS_IN_PROSE = 下一步
      REASON = 原因, 阻塞原因, 阻碍
      DATE = 日期, 更新日期, 更新时间, 时间
      STARTED = 开始, 开始日期, 开始时间
      ENDED = 结束, 结束日期, 完成日期, 完成时间
      DUE = 截止, 截止日期, 计划完成, 预计完成, 期限, 里程碑, 周期, 工期, 预计时间
      PRIORITY = 优先级, 優先級, 重要性, 紧急程度
      ESTIMATE = 估算, 工时, 工作量, 点数, 预估, 工作日, 预计工时, 难度
      UPDATE = 更新, 事件, 变更, 记录
      NOTE = 备注, 備註, 注释, 验收标准, 结果, 评论, 补充
      SYMBOL = 符号, 图标, 图例, 标记
      MEANING = 含义, 意义, 解释
      FROM = 从
      TO = 到
      NO_TASK = 风险, 概率, 影响, 决策, 理由, 指标, 阶段, 问题, 角色, 主题, 假设
      """;

  private static final String STATES =
      """
      TODO = 待办, 未开始, 未開始, 待处理, 计划中, 待开始, 未做, 待完成, 新建, 打开, 规划中, 待开发, 未完成, 排队中, 待启动, 待定, 计划, 已计划, 待规划, 待做, 待實施
      DOING = 进行中, 進行中, 处理中, 开发中, 执行中, 已开始, 测试中, 评审中, 部分完成, 实施中, 在做, 正在进行, 审核中, 待验证, 待评审, 验证中, 联调中, 代码完成待真实环境验证
      BLOCKED = 阻塞, 受阻, 已阻塞, 等待, 等待中, 暂停, 挂起, 被阻塞, 卡住, 阻擋, 停滞
      DONE = 完成, 已完成, 完成并验证, 已关闭, 已解决, 已交付, 已上线, 已发布, 搞定, 已验收, 已实现, 已验证, 已结束, 已修复
      CANCELLED = 取消, 已取消, 废弃, 已废弃, 放弃, 作废, 不做, 已放弃, 已拒绝
      """;

  private static final String SECTIONS =
      """
      LOG = 执行日志, 工作日志, 变更日志, 变更记录, 更新日志, 日志
      RISKS = 决策与风险, 风险与决策, 风险
      """;

  static final Vocabulary WORDS =
      Vocabulary.of(COLUMNS, STATES, SECTIONS, "无, 無, 没有, 未定, 不适用, 暂无, 未分配", "任务, 事项, 工作, 需求");

  private Chinese() {}
}
