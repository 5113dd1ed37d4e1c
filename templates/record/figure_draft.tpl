{{%AUTOESCAPE context="HTML"}}<p class="picture-draft" data-picture="{{WHICH}}"><strong>[[Picture {{WHICH}}]]</strong>{{#CAPTIONED}} {{CAPTION}}{{/CAPTIONED}}</p>
